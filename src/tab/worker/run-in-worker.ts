import type { DefinitionHistory } from "#plan/changes-in-definitions.ts";
import type { Finding } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { RatedOn } from "#plan/movement.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import { connection } from "#tab/later/fetched.ts";
import type { ReadHistory } from "#usecases/read-history.ts";
import { answerOf } from "./answer-of.ts";
import type { Answers, Questions } from "./plan-answers.ts";
import { type PlanPart, planParts, wordingParts } from "./plan-parts.ts";

/** What a question is about; sent before it, unless the worker has it already. */
interface About {
  readonly whole: Omit<WholePlan, "versions"> & Partial<Pick<WholePlan, "versions">>;
  readonly definitions?: DefinitionHistory | undefined;
}

interface PlanWorker {
  readonly worker: Worker;
  /** What it was sent last. */
  has: Partial<About>;
}

let running: PlanWorker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** What the checks find in a plan, worked out off the main thread. */
export async function checksInWorker(
  whole: About["whole"],
  today: IsoDate,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (;;) {
    const some = await workedOut({ whole }, "checks", { today, from: findings.length });
    findings.push(...some.findings);
    if (some.findings.length === 0 || findings.length >= some.all) return findings;
  }
}

/** How a plan's ratings stood at the end of each day, worked out off the main thread; see `movement`. */
export function movementInWorker(
  whole: About["whole"],
  definitions: DefinitionHistory,
  days: readonly IsoDate[],
): Promise<readonly RatedOn[]> {
  return workedOut({ whole, definitions }, "movement", { days });
}

/** What a screen shows of the changes between two days; see `changesShown`. */
export function changesInWorker(
  read: ReadHistory,
  asked: Questions["changes"],
): Promise<Answers["changes"]> {
  return workedOut(read, "changes", asked);
}

/** What a screen shows of the plan as it stood on a day; see `planShown`. */
export function standingInWorker(
  read: ReadHistory,
  asked: Questions["standing"],
): Promise<Answers["standing"]> {
  return workedOut(read, "standing", asked);
}

/** One question after another. Without a network the worker may not load; it is asked again when there is one. */
function workedOut<Ask extends keyof Questions>(
  about: About,
  ask: Ask,
  asked: Questions[Ask],
): Promise<Answers[Ask]> {
  const work = async (): Promise<Answers[Ask]> => {
    for (;;) {
      try {
        return await sentAndAsked(about, { ask, ...asked });
      } catch (cause) {
        running?.worker.terminate();
        running = undefined;
        if (navigator.onLine)
          throw new Error(`The plan could not be worked through: ${String(cause)}`, { cause });
        await connection();
      }
    }
  };
  const answered = last.then(work);
  last = answered.catch(() => undefined);
  return answered;
}

async function sentAndAsked<T>(about: About, question: object): Promise<T> {
  running ??= {
    worker: new Worker(new URL("plan-worker.ts", import.meta.url), { type: "module" }),
    has: {},
  };
  const { worker, has } = running;
  for (const part of missing(about, has)) await answerOf(worker, part);
  running.has = about.whole === has.whole ? { ...has, ...about } : about;
  return answerOf<T>(worker, question);
}

/** Another plan takes away how the last one was worded. */
function* missing({ whole, definitions }: About, has: Partial<About>): Generator<PlanPart> {
  const isOther = whole !== has.whole;
  if (isOther) yield* planParts({ versions: [], ...whole });
  if (definitions && (isOther || definitions !== has.definitions)) yield* wordingParts(definitions);
}
