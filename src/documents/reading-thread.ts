import { parentPort, workerData } from "node:worker_threads";
import type { PlanDocument } from "./plan-document.ts";
import { type ReadOptions, readPlanDocument } from "./read-plan-document.ts";
import { UnreadableDocumentError, type UnreadableReason } from "./unreadable-document-error.ts";

export interface AskedOfThread {
  readonly bytes: Uint8Array;
  readonly options: Omit<ReadOptions, "onStep">;
}

export type SaidByThread =
  /** How long the next step may take, in milliseconds. */
  | { readonly most: number }
  | { readonly document: PlanDocument }
  | { readonly reason: UnreadableReason; readonly message: string };

// The thread of `readInThread`, which ends it. What fails otherwise than by the file's fault fails as an error of the thread.
const { bytes, options }: AskedOfThread = workerData;
const say = (said: SaidByThread) => parentPort?.postMessage(said, []);
try {
  const onStep = (most: number) => say({ most });
  say({ document: await readPlanDocument(bytes, { ...options, onStep }) });
} catch (cause) {
  if (!(cause instanceof UnreadableDocumentError)) throw cause;
  say({ reason: cause.reason, message: cause.message });
}
