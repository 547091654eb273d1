import { RefusedError } from "#plan/errors.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { createContext, use } from "react";

/** What the forms at a place are about. */
export interface Subject {
  /** It has been taken out of the plan, so that nothing more can be said of it. */
  readonly removed: boolean;
  /** Its agencies and its words as the plan is shown; undefined where the forms are about nothing that has any. */
  readonly reads?: string | undefined;
  /**
   * What it reads at this moment, asked for anew where that is not known; undefined where it is no longer there, or where
   * `also` does not hold.
   */
  readonly now: (also?: (open: OpenPlan) => boolean) => Promise<Pick<Subject, "reads"> | undefined>;
}

const SubjectContext = createContext<Subject>({ removed: false, now: async () => ({}) });

/** What the forms here are about; outside a drawer and a meeting nothing that could be taken out. */
export function useSubject(): Subject {
  return use(SubjectContext);
}

export const SubjectOfForms = SubjectContext.Provider;

interface Numbered {
  readonly id: number;
}

interface Worded extends Numbered {
  readonly text: string;
  /** Of an action. */
  readonly agencies?: readonly string[];
  /** Of a recommendation. */
  readonly addressees?: readonly string[];
}

/** A recommendation, or an action under it. */
interface InPlan {
  readonly recommendation: Numbered;
  readonly action?: Numbered | undefined;
}

interface PlanNow {
  readonly open: OpenPlan;
  readonly trouble?: string | undefined;
}

/** Whether it stands in the plan: an action does as long as its recommendation does. */
export function standsIn({ open, trouble }: PlanNow, { recommendation, action }: InPlan): boolean {
  return (
    trouble !== "gone" &&
    has(open.recommendations, recommendation) &&
    (action === undefined || has(open.actions, action))
  );
}

function has(all: readonly Numbered[], one: Numbered): boolean {
  return all.some(({ id }) => id === one.id);
}

/** Forms about that recommendation or action; `latest` tells how the plan is at that moment. */
export function subjectAt(
  place: InPlan,
  shown: { readonly open: OpenPlan; readonly removed: boolean },
  latest: () => Promise<PlanNow>,
): Subject {
  return {
    removed: shown.removed,
    reads: readingOf(shown.open, place),
    now: async (also) => {
      const now = await latest();
      const stands = standsIn(now, place) && (also === undefined || also(now.open));
      return stands ? { reads: readingOf(now.open, place) } : undefined;
    },
  };
}

/** "CCG, UHL: Train the nurses." */
function readingOf(open: OpenPlan, { recommendation, action }: InPlan): string | undefined {
  const all: readonly Worded[] = action === undefined ? open.recommendations : open.actions;
  const found = all.find(({ id }) => id === (action ?? recommendation).id);
  if (!found) return undefined;
  const agencies = found.agencies ?? found.addressees ?? [];
  return agencies.length === 0 ? found.text : `${agencies.join(", ")}: ${found.text}`;
}

/**
 * What throws RefusedError where it was taken out meanwhile, for nothing is saved onto nothing, and else answers what it
 * reads at this moment.
 */
export function useRefusal(): () => Promise<string | undefined> {
  const { now } = useSubject();
  return async () => {
    const found = await now();
    if (!found)
      throw new RefusedError("It was taken out of the plan while you wrote. Nothing was saved.");
    return found.reads;
  };
}
