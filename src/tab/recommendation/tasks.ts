import { mayChallenge, mayDecide, type Me } from "#plan/permissions.ts";
import type { Challenge } from "#plan/record.ts";
import type { QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import type { RecommendationView } from "#tab/plan/plan-view.ts";

/** What somebody can do about a recommendation at the drawer's side. */
export type RecommendationTask =
  | { readonly kind: "ask" }
  | { readonly kind: "decide" }
  | { readonly kind: "actions" }
  | { readonly kind: "edit" }
  | { readonly kind: "question"; readonly draft: QuestionDraft }
  | { readonly kind: "answer"; readonly challenge: Challenge }
  | { readonly kind: "resolve"; readonly challenge: Challenge };

export type UsualTask = "ask" | "decide" | "actions";

/** What is always at hand for this person. */
export function usualTasks(me: Me, { actions }: RecommendationView): readonly UsualTask[] {
  return [
    ...(mayChallenge(me) ? (["ask"] as const) : []),
    ...(mayDecide(me) ? (["decide"] as const) : []),
    ...(mayDecide(me) && actions.length > 0 ? (["actions"] as const) : []),
  ];
}

export const taskNames = {
  ask: "Question",
  decide: "Decide",
  actions: "Its actions",
} satisfies Record<UsualTask, string>;

/** On the button that leads a narrow screen to the form. */
export const taskTitles = {
  ask: "Put a question",
  decide: "Record a decision",
  actions: "Agree several actions",
} satisfies Record<UsualTask, string>;
