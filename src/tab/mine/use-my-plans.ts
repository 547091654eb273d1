import { usePorts } from "#tab/ports/ports.ts";
import { useUsable } from "#tab/ports/use-usable.ts";
import { type PlanView, viewPlan } from "#tab/rows/plan-view.ts";
import type { MyPlansStore, OpenedPlan } from "#usecases/ports/my-plans.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { useEffect, useState } from "react";

/** A plan of which something is the reader's: as it stands, or why it could not be read. */
export type MyPlan = { readonly summary: PlanSummary } & (
  | { readonly view: PlanView }
  | { readonly error: unknown }
);

interface Read {
  /** All plans of the site, newest first. */
  readonly plans: readonly PlanSummary[];
  /** Those that were opened so far, newest first. */
  readonly mine: readonly MyPlan[];
  /** How many are still to be opened. */
  readonly left: number;
}

interface MyPlans extends Partial<Read> {
  readonly error?: unknown;
  readonly again: () => void;
}

/**
 * The plans that may hold something of the reader's, as they are opened; nothing until the site's plans were looked
 * through. One that cannot be read keeps the others from nothing.
 */
export function useMyPlans(): MyPlans {
  const { myPlans } = usePorts();
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<Omit<MyPlans, "again"> & { readonly tries: number }>();
  useEffect(() => {
    const over = new AbortController();
    const show = (now: Omit<MyPlans, "again">) => {
      if (!over.signal.aborted) setRead({ tries, ...now });
    };
    openMine(myPlans, show, over.signal).catch((error: unknown) => show({ error }));
    return () => over.abort();
  }, [myPlans, tries]);
  useUsable(read?.plans !== undefined);
  const again = () => setTries(tries + 1);
  return read?.tries === tries ? { ...read, again } : { again };
}

/** So many requests are on their way at a time: SharePoint slows down whoever sends more. */
const atOnce = 3;

async function openMine(
  store: () => Promise<MyPlansStore>,
  show: (read: Read) => void,
  signal: AbortSignal,
): Promise<void> {
  const { plans, groups, open } = await (await store()).find();
  const summaries = new Map(plans.map((summary) => [summary.id, summary]));
  const found = new Map<number, MyPlan>();
  const all = groups.flat().length;
  const tell = () =>
    show({ plans, mine: plans.flatMap(({ id }) => found.get(id) ?? []), left: all - found.size });
  tell();
  const waiting = [...groups];
  async function openNext(): Promise<void> {
    for (let group = waiting.shift(); group && !signal.aborted; group = waiting.shift()) {
      for (const [id, opened] of await open(group)) {
        const summary = summaries.get(id);
        if (summary) found.set(id, { summary, ...seen(opened) });
      }
      tell();
    }
  }
  await Promise.all(Array.from({ length: atOnce }, openNext));
}

function seen(opened: OpenedPlan): { readonly view: PlanView } | { readonly error: unknown } {
  return "error" in opened ? opened : { view: viewPlan(opened) };
}
