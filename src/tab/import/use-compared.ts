import type { Agency } from "#plan/plan.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { SameAgency } from "#plan/known-agencies.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { PlanDifferences } from "#plan/plan-differences.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { useCallback, useEffect, useState } from "react";
import { type Compared, comparedInWorker } from "./becoming-in-worker.ts";
import type { TargetProps } from "./review-props.ts";
import { type Choices, noChoices } from "./review-rows.ts";
import type { WholeRecord } from "./use-whole-record.ts";

interface Comparing extends Pick<TargetProps, "document" | "groups" | "file">, WholeRecord {
  readonly view: PlanView;
  /** Keys of the rows that cannot be taken over. */
  readonly refused: Choices["leftOut"];
  readonly part: Agency | undefined;
  readonly same: SameAgency;
}

interface Comparison {
  /** What was found last; undefined until it was for the first time. */
  readonly last: Compared | undefined;
  /** Whether that is by what the person says now. */
  readonly isCurrent: boolean;
  readonly error: unknown;
  readonly again: () => void;
}

/** What a document says otherwise than a plan, worked out beside the page whenever the person says more of it. */
export function useCompared(comparing: Comparing): Comparison {
  const compare = useComparing(comparing);
  const [found, setFound] = useState<{ readonly by: unknown; readonly compared: Compared }>();
  const [failed, setFailed] = useState<{
    readonly by: unknown;
    readonly tries: number;
    readonly error: unknown;
  }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const over = new AbortController();
    const { signal } = over;
    const tell = (work: () => void) => signal.aborted || work();
    compare(signal).then(
      (compared) => tell(() => setFound({ by: compare, compared })),
      (error: unknown) => tell(() => setFailed({ by: compare, tries, error })),
    );
    return () => over.abort();
  }, [compare, tries]);
  return {
    last: found?.compared,
    isCurrent: found?.by === compare,
    error: failed?.by === compare && failed.tries === tries ? failed.error : undefined,
    again: () => setTries(tries + 1),
  };
}

/** The same function as long as nothing that it compares is another. */
function useComparing(comparing: Comparing): (signal: AbortSignal) => Promise<Compared> {
  const { document, groups, file, view, history, findings, refused, part, same } = comparing;
  const { open } = view;
  const { now } = usePorts();
  return useCallback(
    async (signal) => {
      const compared = await comparedInWorker(
        {
          read: { document, groups },
          title: file.name,
          choices: { ...noChoices, leftOut: refused },
          agencies: open.agencies,
          same,
        },
        { whole: { ...open, ...history }, today: dayOf(now()), findings, part },
        signal,
      );
      return { ...compared, differences: allowed(mayOwn(open.me), compared.differences) };
    },
    [document, groups, file, open, history, findings, refused, part, same, now],
  );
}

/** Whoever does not own the plan says progress for their agency and changes no definition. */
function allowed(owner: boolean, all: PlanDifferences): PlanDifferences {
  if (owner) return all;
  return {
    ...all,
    added: { recommendations: [], actions: [], versions: [], findings: [] },
    edited: [],
  };
}
