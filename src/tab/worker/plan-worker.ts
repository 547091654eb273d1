import { runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import { movement } from "#plan/movement.ts";
import type { WorkAnswer, WorkAsked } from "./run-in-worker.ts";

/** Works through a whole plan beside the page, which stays free for whoever reads and types. */
self.addEventListener("message", ({ data }: MessageEvent<WorkAsked>) => {
  self.postMessage(answer(data), { transfer: [] });
});

function answer(asked: WorkAsked): WorkAnswer {
  const { id, open } = asked;
  if (asked.for === "movement")
    return { id, months: movement(open, asked.definitions, asked.days) };
  const { plan, agencies, actions, record } = open;
  const states = foldPlan(plan.scheme, agencies, actions, record);
  return { id, findings: runChecks({ ...open, states, today: asked.today }) };
}
