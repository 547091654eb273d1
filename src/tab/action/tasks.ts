import { mayChallenge, mayDecide, type Me, speaksFor } from "#plan/permissions.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";
import type { OpenedTask, TaskOf } from "./task-kinds.ts";

/** What somebody can do about an action at the drawer's side. */
export type Task = TaskOf<UsualTask> | OpenedTask;

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
