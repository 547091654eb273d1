import { mayChallenge, mayDecide, type Me } from "#plan/permissions.ts";
import type { OpenedTask, TaskOf } from "#tab/action/task-kinds.ts";
import type { RecommendationView } from "#tab/rows/plan-view.ts";

/** What somebody can do about a recommendation at the drawer's side. */
export type RecommendationTask = TaskOf<UsualTask> | OpenedTask;

export type UsualTask = "ask" | "decide" | "actions";

/** What is always at hand for this person. */
export function usualTasks(me: Me, { actions }: RecommendationView): readonly UsualTask[] {
  return [
    ...(mayChallenge(me) ? (["ask"] as const) : []),
    ...(mayDecide(me) ? (["decide"] as const) : []),
    ...(mayDecide(me) && actions.length > 0 ? (["actions"] as const) : []),
  ];
}
