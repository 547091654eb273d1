import { DoubtError } from "#plan/errors.ts";
import { useRef } from "react";
import { useRefusal, useSubject } from "./removed.ts";

/** What somebody writes about has other words, or is other agencies', since they began. */
export class ReadsOtherwiseError extends DoubtError {}

interface Reading {
  /** How what the form is about reads as the plan is shown; undefined where that does not matter. */
  readonly reads: string | undefined;
  /** Throws RefusedError. */
  readonly refuseIfRemoved: () => Promise<void>;
  /**
   * The same, and throws ReadsOtherwiseError, once for each wording, where words that were written `about` something would
   * be said of something else: what is saved by itself after a lost connection has been held against nothing newer.
   */
  readonly refuseIfOther: (about: string | undefined) => Promise<void>;
}

/** What a form is about, as somebody sees it and as it is found to be when they save. */
export function useReading({ rewrites }: { readonly rewrites?: true }): Reading {
  const { reads } = useSubject();
  const look = useRefusal();
  const asked = useRef<string>(undefined);
  return {
    reads: rewrites ? undefined : reads,
    refuseIfRemoved: async () => void (await look()),
    refuseIfOther: async (about) => {
      const now = await look();
      if (!isOther(about, now) || asked.current === now) return;
      asked.current = now;
      throw new ReadsOtherwiseError(
        "What this is about was changed since you began to write. How it read then stands above.",
      );
    },
  };
}

/** Whether both are known and differ. */
export function isOther(about: string | undefined, now: string | undefined): boolean {
  return about !== undefined && now !== undefined && about !== now;
}
