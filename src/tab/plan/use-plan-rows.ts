import { useAnnounce } from "#tab/frame/Announcer.tsx";
import type { Layout } from "#tab/frame/use-layout.ts";
import { counted } from "#plan/words.ts";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import {
  countActions,
  filterPlan,
  type Group,
  noFilter,
  type PlanFilter,
  planRows,
  type Row,
} from "./plan-rows.ts";
import type { PlanView } from "./plan-view.ts";

export interface PlanRows {
  readonly filter: PlanFilter;
  readonly setFilter: (filter: PlanFilter) => void;
  readonly groups: readonly Group[];
  readonly rows: readonly Row[];
  /** Recommendations whose actions are folded away. */
  readonly closed: ReadonlySet<number>;
  readonly fold: (recommendationId: number, open: boolean) => void;
}

/** What of the plan is shown. Typing comes first: the rows follow the search when the browser has time. */
export function usePlanRows(view: PlanView, layout: Layout): PlanRows {
  const [filter, setFilter] = useState(noFilter);
  const [closed, setClosed] = useState(() => (layout === "phone" ? allButFirst(view) : noneClosed));
  const calm = useDeferredValue(filter);
  const groups = useMemo(() => filterPlan(view, calm), [view, calm]);
  const rows = useMemo(() => planRows(groups, closed), [groups, closed]);
  useCountSaid(calm, countActions(groups));

  function fold(recommendationId: number, open: boolean): void {
    const next = new Set(closed);
    if (open) next.delete(recommendationId);
    else next.add(recommendationId);
    setClosed(next);
  }
  function choose(next: PlanFilter): void {
    // What is looked for must not be hidden in something folded away.
    if (filter === noFilter) setClosed(noneClosed);
    setFilter(next);
  }
  return { filter, setFilter: choose, groups, rows, closed, fold };
}

const noneClosed: ReadonlySet<number> = new Set();

/** On a phone a plan begins as the list of its recommendations. */
function allButFirst({ recommendations }: PlanView): ReadonlySet<number> {
  return new Set(recommendations.slice(1).map(({ recommendation }) => recommendation.id));
}

/** Milliseconds without typing before the count is read out. */
const pauseMs = 600;

function useCountSaid(filter: PlanFilter, count: number): void {
  const announce = useAnnounce();
  const last = useRef(filter);
  useEffect(() => {
    if (last.current === filter) return undefined;
    const timer = setTimeout(() => {
      last.current = filter;
      announce(`${counted(count, "action")} shown.`);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [announce, filter, count]);
}
