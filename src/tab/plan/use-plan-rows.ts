import type { IsoDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { useCountSaid } from "#tab/notice/use-count-said.ts";
import type { Layout } from "#tab/layout/use-layout.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { startTransition, useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import { type Arrangement, readArrangement, writeArrangement } from "#tab/arrange/arrangement.ts";
import { readFilter, writeFilter } from "#tab/filter/filter-address.ts";
import type { FoundByChecks } from "#tab/filter/found.ts";
import { isNarrow, type PlanFilter } from "#tab/filter/plan-filter.ts";
import type { Group } from "#tab/rows/group.ts";
import { arrangePlan, countActions } from "#tab/arrange/plan-groups.ts";
import { planRows, recommendationKey, type Row } from "#tab/rows/plan-rows.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import type { Turn } from "#tab/grid/use-still-rows.ts";
import { useAhead } from "./use-ahead.ts";

export interface PlanRows {
  readonly filter: PlanFilter;
  /** The same without what is searched for. */
  readonly unsearched: PlanFilter;
  readonly arrangement: Arrangement;
  readonly setFilter: (filter: PlanFilter) => void;
  /** Filters so, and goes on searching for what is searched for. */
  readonly setUnsearched: (filter: PlanFilter) => void;
  readonly setArrangement: (arrangement: Arrangement) => void;
  readonly groups: readonly Group[];
  readonly rows: readonly Row[];
  /** How many actions the filter lets through. */
  readonly shown: number;
  readonly turn: Turn;
  readonly fold: (key: string, open: boolean) => void;
}

interface PlanRowsOptions extends Pick<ViewProps, "view" | "params" | "onParams"> {
  readonly layout: Layout;
  readonly today: IsoDate;
  readonly found: FoundByChecks | undefined;
}

/** What of the plan is shown, as the address has it. */
export function usePlanRows(options: PlanRowsOptions): PlanRows {
  const { view, today, found, layout } = options;
  const asked = useAsked(options);
  const { filter, arrangement, question } = asked;
  const groups = useMemo(
    () => arrangePlan(view, filter, arrangement, { today, found }),
    [view, filter, arrangement, today, found],
  );
  const { closed, fold } = useFolded(view, layout, isNarrow(filter));
  const rows = useMemo(() => planRows(groups, closed), [groups, closed]);
  const shown = useMemo(() => countActions(groups), [groups]);
  useCountSaid(filter, `${counted(shown, "action")} shown.`, pauseMs);
  return { ...asked, groups, rows, shown, turn: { question, closed }, fold };
}

/**
 * The filter and the arrangement that the address asks for, and the ways to ask for others. What stays the same while
 * somebody types stays the same object, and so do the ways: a key then draws the rows again and nothing else.
 */
function useAsked({ params, onParams }: Pick<PlanRowsOptions, "params" | "onParams">) {
  const [words, ask] = useAheadOfAddress(params, onParams);
  const filter = useMemo(() => readFilter(new URLSearchParams(words)), [words]);
  const apart = writeFilter({ ...filter, search: "" }).toString();
  const unsearched = useMemo(() => readFilter(new URLSearchParams(apart)), [apart]);
  const arranged = writeArrangement(readArrangement(new URLSearchParams(words))).toString();
  const arrangement = useMemo(() => readArrangement(new URLSearchParams(arranged)), [arranged]);
  const question = [apart, filter.search, arranged].join(" ");
  const now = useRef({ search: filter.search, apart, arranged });
  useLayoutEffect(() => {
    now.current = { search: filter.search, apart, arranged };
  });
  const ways = useMemo(() => {
    const askFor = (filtered: URLSearchParams, arrangedSo: URLSearchParams) =>
      ask(new URLSearchParams([...filtered, ...arrangedSo]).toString());
    return {
      setFilter: (next: PlanFilter) =>
        askFor(writeFilter(next), new URLSearchParams(now.current.arranged)),
      setUnsearched: (next: PlanFilter) =>
        askFor(
          writeFilter({ ...next, search: now.current.search }),
          new URLSearchParams(now.current.arranged),
        ),
      setArrangement: (next: Arrangement) => {
        const { search, apart: others } = now.current;
        const asked = { ...readFilter(new URLSearchParams(others)), search };
        askFor(writeFilter(asked), writeArrangement(next));
      },
    };
  }, [ask]);
  return { filter, unsearched, arrangement, question, ...ways };
}

/** What the address says, and the way to have it say something else: the rows follow at once, the page around them later. */
function useAheadOfAddress(params: URLSearchParams, onParams: (next: URLSearchParams) => void) {
  const tell = useCallback((words: string) => onParams(new URLSearchParams(words)), [onParams]);
  const [words, setWords] = useAhead(params.toString(), tell, whenCalm);
  const ask = useCallback((next: string) => startTransition(() => setWords(next)), [setWords]);
  return [words, ask] as const;
}

/** Milliseconds without typing before the page around the rows is told. */
const calmMs = 150;

function whenCalm(work: () => void): () => void {
  const timer = setTimeout(work, calmMs);
  return () => clearTimeout(timer);
}

const none: ReadonlySet<string> = new Set();

/** What is folded away. What is looked for must not be hidden in it: a filter opens everything. */
function useFolded(view: PlanView, layout: Layout, narrow: boolean) {
  const [folded, setFolded] = useState(() => ({
    narrow,
    keys: layout === "phone" && !narrow ? allButFirst(view) : none,
  }));
  const opened = narrow && !folded.narrow;
  if (opened) setFolded({ narrow, keys: none });
  else if (narrow !== folded.narrow) setFolded({ ...folded, narrow });
  const fold = useCallback(
    (key: string, open: boolean) =>
      setFolded((before) => ({ ...before, keys: withKey(before.keys, key, !open) })),
    [],
  );
  return { closed: opened ? none : folded.keys, fold };
}

function withKey(keys: ReadonlySet<string>, key: string, there: boolean): ReadonlySet<string> {
  const next = new Set(keys);
  if (there) next.add(key);
  else next.delete(key);
  return next;
}

/** On a phone a plan begins as the list of its recommendations. */
function allButFirst({ recommendations }: PlanView): ReadonlySet<string> {
  return new Set(
    recommendations.slice(1).map(({ recommendation }) => recommendationKey(recommendation.id)),
  );
}

/** Milliseconds without typing before the count is read out. */
const pauseMs = 600;
