import type { DocumentKind } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { useEffect, useReducer, useRef } from "react";
import type { Progress, Taken, Write } from "./write.ts";

export type ImportStep =
  | { readonly phase: "choose"; readonly problem?: unknown }
  | { readonly phase: "reading"; readonly file: File }
  | { readonly phase: "review"; readonly file: File; readonly document: PlanDocument }
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
  readonly read: (file: File, kind?: DocumentKind) => void;
  /** Back to the choice of a file: nothing is kept of this one. */
  readonly again: () => void;
  readonly write: (write: Write) => void;
  /** Ends the reading, or the writing after the batch that is on its way. */
  readonly cancel: () => void;
}

class Cancelled extends Error {}

const nothingYet: Progress = { done: 0, of: 0, what: "actions" };

/** From the file to the plan: reading off the main thread, and writing that can be stopped and gone on with. */
export function useImport(): Import {
  const [step, go] = useReducer((_: ImportStep, next: ImportStep) => next, { phase: "choose" });
  const running = useRef(new AbortController());
  useEffect(() => () => running.current.abort(), []);

  function begin(): AbortSignal {
    running.current.abort();
    running.current = new AbortController();
    return running.current.signal;
  }
  return {
    step,
    read(file, kind) {
      const signal = begin();
      go({ phase: "reading", file });
      const read = async () => {
        const next = await readFile(file, kind, signal);
        if (!signal.aborted) go(next);
      };
      void read();
    },
    again() {
      begin();
      go({ phase: "choose" });
    },
    write(write) {
      const signal = begin();
      void written(write, signal, go).then(go);
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

async function readFile(
  file: File,
  kind: DocumentKind | undefined,
  signal: AbortSignal,
): Promise<ImportStep> {
  try {
    const { readInWorker } = await import("./read-in-worker.ts");
    return { phase: "review", file, document: await readInWorker(file, { kind, signal }) };
  } catch (problem) {
    return { phase: "choose", problem };
  }
}
