import { byCreatedThenId } from "#plan/record-order.ts";
import type { Entry } from "#plan/record.ts";
import { usePorts } from "#tab/frame/ports.ts";
import type { PlanView, RecommendationView } from "#tab/plan/plan-view.ts";
import { useEffect, useState } from "react";

export interface RecommendationRecord {
  readonly entries?: readonly Entry[];
  /** Why it could not be read; what was read before stays. */
  readonly error?: unknown;
}

/**
 * Everything said about a recommendation and its actions, with words and evidence. It is read again whenever something
 * is added, and when `again` is called.
 */
export function useRecommendationRecord(
  { open }: PlanView,
  { recommendation, actions }: RecommendationView,
): [record: RecommendationRecord, again: () => void] {
  const { record } = usePorts();
  const planId = open.plan.id;
  const { id } = recommendation;
  const ids = actions.map(({ action }) => action.id).join(" ");
  const said = saidAbout(open.record, id, ids);
  const [state, setState] = useState<RecommendationRecord & { of: number }>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let wanted = true;
    const asked = { of: id, said, tries };
    const read = async () => {
      const [challenges, ...perAction] = await Promise.all([
        record.ofChallenges(planId),
        ...ids
          .split(" ")
          .filter(Boolean)
          .map((action) => record.forAction(Number(action))),
      ]);
      return onceEach([
        ...challenges.filter((entry) => isAbout(entry, id, ids)),
        ...perAction.flat(),
      ]);
    };
    read().then(
      (entries) => wanted && setState({ ...asked, entries }),
      (error: unknown) =>
        wanted && setState((before) => ({ ...(before?.of === id ? before : {}), ...asked, error })),
    );
    return () => {
      wanted = false;
    };
  }, [record, planId, id, ids, said, tries]);
  return [state?.of === id ? state : {}, () => setTries(tries + 1)];
}

function saidAbout(record: readonly Entry[], id: number, ids: string): number {
  return record.filter((entry) => isAbout(entry, id, ids)).length;
}

function isAbout(entry: Entry, id: number, ids: string): boolean {
  if (entry.type !== "update" && entry.recommendationId === id) return true;
  return entry.actionId !== undefined && ids.split(" ").includes(String(entry.actionId));
}

/** A question on an action is read twice: with its action, and with the plan's challenges. */
function onceEach(entries: readonly Entry[]): readonly Entry[] {
  const byName = new Map(entries.map((entry) => [`${entry.type} ${entry.id}`, entry]));
  return [...byName.values()].toSorted(byCreatedThenId);
}
