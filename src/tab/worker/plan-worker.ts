import { type Answers, PlanAnswers, type Questions } from "./plan-answers.ts";
import type { PlanPart } from "./plan-parts.ts";

/** One message to the worker: a part of the plan, or a question about it. */
export type PlanMessage =
  | PlanPart
  | { readonly [Ask in keyof Questions]: { readonly ask: Ask } & Questions[Ask] }[keyof Questions];

const answers = new PlanAnswers();

/** Works through a whole plan beside the page, which stays free for whoever reads and types. */
self.addEventListener("message", ({ data }: MessageEvent<PlanMessage>) => {
  self.postMessage(answer(data), { transfer: [] });
});

function answer(asked: PlanMessage): Answers[keyof Questions] | undefined {
  if ("part" in asked) {
    answers.take(asked);
    return undefined;
  }
  if (asked.ask === "checks") return answers.checks(asked);
  if (asked.ask === "movement") return answers.movement(asked);
  return asked.ask === "changes" ? answers.changes(asked) : answers.standing(asked);
}
