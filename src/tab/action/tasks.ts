import { mayChallenge, mayDecide, type Me, speaksFor } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import type { QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import type { ActionView } from "#tab/plan/plan-view.ts";

/** What somebody can do about an action at the drawer's side. */
export type Task =
  | { readonly kind: UsualTask | "edit"; readonly challenge?: undefined }
  | { readonly kind: "question"; readonly draft: QuestionDraft; readonly challenge?: undefined }
  | { readonly kind: "answer"; readonly challenge: Challenge }
  | { readonly kind: "resolve"; readonly challenge: Challenge };

export type UsualTask = "rate" | "date" | "check" | "decide" | "ask";

/** What is always at hand for this person, the likeliest first. */
export function usualTasks(me: Me, { action, state }: ActionView): readonly UsualTask[] {
  const speaks = speaksFor(me, action).length > 0;
  return [
    ...(speaks ? (["rate", "date"] as const) : []),
    ...(speaks && state.laterCheck !== undefined ? (["check"] as const) : []),
    ...(mayDecide(me) ? (["decide"] as const) : []),
    ...(mayChallenge(me) ? (["ask"] as const) : []),
  ];
}

export const taskNames = {
  rate: "Rating",
  date: "Date",
  check: "Later check",
  decide: "Decide",
  ask: "Question",
} satisfies Record<UsualTask, string>;

/** On the button that leads a narrow screen to the form. */
export const taskTitles = {
  rate: "Propose a rating",
  date: "Ask for a later date",
  check: "Say what a later check found",
  decide: "Record a decision",
  ask: "Put a question",
} satisfies Record<UsualTask, string>;
