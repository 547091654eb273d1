import type { Challenge } from "#plan/record.ts";
import type { QuestionDraft } from "#tab/challenge/PutChallenge.tsx";

/** One of these things, which is all that there is to say of it. */
export type TaskOf<Kind extends string> = Kind extends string ? { readonly kind: Kind } : never;

/** What a button beside the text opens at the drawer's side, of an action and of a recommendation. */
export type OpenedTask =
  | { readonly kind: "edit" }
  | { readonly kind: "question"; readonly draft: QuestionDraft }
  | { readonly kind: "answer"; readonly challenge: Challenge }
  | { readonly kind: "resolve"; readonly challenge: Challenge };

/** On the tabs at the drawer's side. */
export const taskNames = {
  rate: "Rating",
  date: "Date",
  check: "Later check",
  decide: "Decide",
  actions: "Its actions",
  ask: "Question",
} as const;

/** On the button that leads a narrow screen to the form. */
export const taskTitles = {
  rate: "Propose a rating",
  date: "Ask for a later date",
  check: "Say what a later check found",
  decide: "Record a decision",
  actions: "Agree several actions",
  ask: "Put a question",
} satisfies Record<keyof typeof taskNames, string>;
