import { RefusedError } from "#plan/errors.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { createContext, use } from "react";

/** What the forms at a place are about. */
export interface Subject {
  /** It has been taken out of the plan, so that nothing more can be said of it. */
  readonly removed: boolean;
  /** Whether it is still there, and `also` holds: asked for anew where that is not known of this moment. */
  readonly isThere: (also?: (open: OpenPlan) => boolean) => Promise<boolean>;
}

const SubjectContext = createContext<Subject>({ removed: false, isThere: async () => true });

/** What the forms here are about; outside a drawer and a meeting nothing that could be taken out. */
export function useSubject(): Subject {
  return use(SubjectContext);
}

export const SubjectOfForms = SubjectContext.Provider;

interface Numbered {
  readonly id: number;
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
  removed: boolean,
  latest: () => Promise<PlanNow>,
): Subject {
  return {
    removed,
    isThere: async (also) => {
      const now = await latest();
      return standsIn(now, place) && (also === undefined || also(now.open));
    },
  };
}

/** What throws RefusedError where it was taken out meanwhile: nothing is saved onto nothing. */
export function useRefusal(): () => Promise<void> {
  const { isThere } = useSubject();
  return async () => {
    if (!(await isThere()))
      throw new RefusedError("It was taken out of the plan while you wrote. Nothing was saved.");
  };
}
