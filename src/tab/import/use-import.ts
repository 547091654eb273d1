import type { DocumentKind } from "#documents/document-kind.ts";
import { keptColumns } from "#documents/kept-columns.ts";
import type { DocumentColumn } from "#documents/plan-document.ts";
import type { Plan } from "#plan/plan.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanStore, PlanSummary } from "#usecases/ports/plans.ts";
import { useEffect, useReducer, useRef } from "react";
import type { ReadDocument } from "./review-parts.ts";
import type { Progress, Taken, Write } from "./write.ts";

/** What the person says of a document, where it was not understood rightly. */
export interface Said {
  readonly kind?: DocumentKind;
  /** All of its columns, one of them at least corrected. */
  readonly columns?: readonly DocumentColumn[];
}

/** A document as it was understood, by what the person said of it. */
export interface Understood extends ReadDocument {
  readonly file: File;
  /** The plans of the site, newest first. */
  readonly plans: readonly PlanSummary[];
  readonly said: Said;
  /** Counts the readings of this file. */
  readonly reading: number;
  /** It is being read again, as the person said. */
  readonly again?: true;
}

export type ImportStep =
  | { readonly phase: "choose"; readonly problem?: unknown }
  | { readonly phase: "reading"; readonly file: File }
  | ({ readonly phase: "review" } & Understood)
  | { readonly phase: "writing"; readonly write: Write; readonly progress: Progress }
  | {
      readonly phase: "stopped";
      readonly write: Write;
      readonly progress: Progress;
      /** Undefined where the person stopped it. */
      readonly error?: unknown;
    }
  | { readonly phase: "done"; readonly taken: Taken };

export interface Import {
  readonly step: ImportStep;
  readonly read: (file: File) => void;
  /** Reads the document that is looked through once more. */
  readonly say: (said: Said) => void;
  /** Back to the choice of a file: nothing is kept of this one. */
  readonly again: () => void;
  readonly write: (write: Write) => void;
  /** Ends the reading, or the writing after the batch that is on its way. */
  readonly cancel: () => void;
}

class Cancelled extends Error {}

const nothingYet: Progress = { done: 0, of: 0, what: "actions" };

/**
 * From the file to the plan: reading off the main thread, and writing that can be stopped and gone on with. What is known
 * of columns from earlier documents counts, that of `plan` first. `hold` lets the plan that is open stand while it writes.
 */
export function useImport(
  plan: Plan | undefined,
  hold: ViewProps["hold"] = () => () => {},
): Import {
  const { plans } = usePorts();
  const [step, go] = useReducer((_: ImportStep, next: ImportStep) => next, { phase: "choose" });
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  function begin(): AbortSignal {
    running.current.abort();
    running.current = new AbortController();
    return running.current.signal;
  }
  async function read(asked: Pick<Understood, "file" | "said" | "reading">): Promise<void> {
    const signal = begin();
    const next = await understood({ plans, plan }, asked, signal);
    if (!signal.aborted) go(next);
  }
  return {
    step,
    read(file) {
      go({ phase: "reading", file });
      void read({ file, said: {}, reading: 1 });
    },
    say(said) {
      if (step.phase !== "review") return;
      go({ ...step, again: true });
      void read({ file: step.file, said: { ...step.said, ...said }, reading: step.reading + 1 });
    },
    again() {
      begin();
      go({ phase: "choose" });
    },
    write(write) {
      const signal = begin();
      const release = hold();
      void written(write, signal, go).then(go).finally(release);
    },
    cancel() {
      running.current.abort();
      if (step.phase === "reading") go({ phase: "choose" });
    },
  };
}

/** Tells how far it is on the way; the answer is how it ended. */
async function written(
  write: Write,
  signal: AbortSignal,
  tell: (step: ImportStep) => void,
): Promise<ImportStep> {
  let progress = nothingYet;
  tell({ phase: "writing", write, progress });
  try {
    const taken = await write((now) => {
      progress = now;
      if (signal.aborted) throw new Cancelled();
      tell({ phase: "writing", write, progress });
    });
    return { phase: "done", taken };
  } catch (error) {
    return { phase: "stopped", write, progress, ...(error instanceof Cancelled ? {} : { error }) };
  }
}

async function understood(
  of: { readonly plans: Pick<PlanStore, "list">; readonly plan: Plan | undefined },
  asked: Pick<Understood, "file" | "said" | "reading">,
  signal: AbortSignal,
): Promise<ImportStep> {
  const { kind, columns = [] } = asked.said;
  try {
    const [plans, { readInWorker }] = await Promise.all([
      of.plans.list(),
      import("./read-in-worker.ts"),
    ]);
    const known = keptColumns([...plans.toReversed(), ...(of.plan ? [of.plan] : [])]);
    const read = { kind, columns: [...known, ...columns], signal };
    return { phase: "review", ...asked, plans, ...(await readInWorker(asked.file, read)) };
  } catch (problem) {
    return { phase: "choose", problem };
  }
}
