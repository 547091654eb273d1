import { usePorts } from "#tab/ports/ports.ts";
import { useUsable } from "#tab/ports/use-usable.ts";
import { type PlanView, viewPlan } from "#tab/rows/plan-view.ts";
import type { PlanStore, PlanSummary } from "#usecases/ports/plans.ts";
import { useEffect, useState } from "react";

/** A plan of the site: as it stands, or why it could not be read. */
export type MyPlan = { readonly summary: PlanSummary } & (
  | { readonly view: PlanView }
  | { readonly error: unknown }
);

interface MyPlans {
  /** Newest first; undefined until all have been read. */
  readonly plans?: readonly MyPlan[];
  readonly error?: unknown;
  readonly again: () => void;
}

/** Every plan that the reader may see. One that cannot be read keeps the others from nothing. */
export function useMyPlans(): MyPlans {
  const { plans } = usePorts();
  const [tries, setTries] = useState(0);
  const [read, setRead] = useState<Omit<MyPlans, "again"> & { readonly tries: number }>();
  useEffect(() => {
    const asked = { left: false };
    readAll(plans).then(
      (all) => !asked.left && setRead({ tries, plans: all }),
      (error: unknown) => !asked.left && setRead({ tries, error }),
    );
    return () => {
      asked.left = true;
    };
  }, [plans, tries]);
  useUsable(read?.plans !== undefined);
  const again = () => setTries(tries + 1);
  return read?.tries === tries ? { ...read, again } : { again };
}

/** One request for the list, and one a plan. */
async function readAll(store: PlanStore): Promise<readonly MyPlan[]> {
  const summaries = await store.list();
  return Promise.all(
    summaries.map(async (summary): Promise<MyPlan> => {
      try {
        return { summary, view: viewPlan(await store.open(summary.id)) };
      } catch (error) {
        return { summary, error };
      }
    }),
  );
}
