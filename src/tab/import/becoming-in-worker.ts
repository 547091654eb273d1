import { RefusedError } from "#plan/errors.ts";
import type { UnknownAgency } from "#plan/known-agencies.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import type { PlanDifferences } from "#plan/plan-differences.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import { answerOf } from "#tab/worker/answer-of.ts";
import { planParts } from "#tab/worker/plan-parts.ts";
import { withWorker, type WorkAsked } from "#tab/worker/with-worker.ts";
import type { Against, Becoming, BecomingSent, RestOfBecoming } from "./becoming.ts";
import type { BecomingSaid } from "./becoming-worker.ts";
import { DifferencesFromParts } from "./difference-parts.ts";
import { NewPlanFromParts } from "./new-plan-parts.ts";
import { type ReadDocument, reviewParts } from "./review-parts.ts";

interface DocumentBecoming extends Becoming {
  readonly read: ReadDocument;
}

/** A document held against a plan. */
export interface Compared {
  /** The document, its agencies under the names that the site knows. */
  readonly read: NewPlan;
  readonly unknown: readonly UnknownAgency[];
  readonly differences: PlanDifferences;
}

/** A slow computer compares thousands of rows with thousands of things said of them. Who waits can leave. */
const most = 5 * 60_000;

/** The plan that a document becomes, made off the main thread. Rejects as `withWorker` says. */
export async function newPlanInWorker(of: DocumentBecoming): Promise<NewPlan> {
  const { plan } = await becomes(of, {
    failed: "The plan could not be made of the document",
    most,
  });
  return plan;
}

/** What a document says otherwise than a plan, worked out off the main thread. Rejects and is cancelled as `withWorker` says. */
export async function comparedInWorker(
  of: DocumentBecoming,
  { whole, ...against }: Against & { readonly whole: WholePlan },
  signal: AbortSignal,
): Promise<Compared> {
  const asked = { failed: "The document could not be compared with the plan", most, signal };
  const { plan, unknown, differences } = await becomes(of, asked, { whole, against });
  return { read: plan, unknown, differences: differences.between(whole, plan) };
}

interface Comparing {
  readonly whole: WholePlan;
  readonly against: Against;
}

async function becomes(of: DocumentBecoming, asked: WorkAsked, comparing?: Comparing) {
  const worker = new Worker(new URL("becoming-worker.ts", import.meta.url), { type: "module" });
  const [rows, differences] = [new NewPlanFromParts(), new DifferencesFromParts()];
  const end = await withWorker<RestOfBecoming>(worker, asked, ({ resolve, reject }) => {
    worker.addEventListener("message", ({ data }: MessageEvent<BecomingSaid | undefined>) => {
      // Of what it was sent it says only that it has it.
      if (!data) return;
      if ("problem" in data) return reject(new RefusedError(`${asked.failed}: ${data.problem}`));
      if ("rest" in data) return resolve(data);
      if ("list" in data) differences.take(data);
      else rows.take(data.recommendations);
      worker.postMessage("taken", []);
    });
    give(worker, of, comparing).catch(reject);
  });
  return { plan: rows.with(end.rest), unknown: end.unknown, differences };
}

async function give(
  worker: Worker,
  { read: { document, groups }, ...becoming }: DocumentBecoming,
  comparing: Comparing | undefined,
): Promise<void> {
  for (const rows of reviewParts(groups)) await answerOf(worker, { rows } satisfies BecomingSent);
  if (comparing) for (const part of planParts(comparing.whole)) await answerOf(worker, part);
  const { recommendations: _, ...rest } = document;
  const against = comparing && { against: comparing.against };
  worker.postMessage({ asked: { ...becoming, rest, ...against } }, []);
}
