import { type PlanToCheck, runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { Entry } from "#plan/record.ts";
import { sampleAsOpened } from "#tests/support/sample-as-opened.ts";
import { type BenchRow, medianMilliseconds } from "./bench-row.ts";

const most = 10_000;

/** Running every check on 10,000 actions beside reading each of their words once. */
export async function bench(): Promise<readonly BenchRow[]> {
  const plan = ofActions(most);
  const words = [plan.actions, plan.record];
  const floor = await medianMilliseconds(5, () => JSON.stringify(words));
  const measured = async (name: string, work: () => unknown): Promise<BenchRow> => {
    const value = await medianMilliseconds(5, work);
    return {
      name: `${name}, ${plan.actions.length.toLocaleString("en-GB")} actions`,
      value: `${value.toFixed(0)} ms`,
      floor: `${floor.toFixed(0)} ms`,
      ratio: `${(value / floor).toFixed(1)} ×`,
    };
  };
  const { plan: of, agencies, actions, record } = plan;
  return [
    await measured("Folding the record", () => foldPlan(of.scheme, agencies, actions, record)),
    await measured("All checks", () => runChecks(plan)),
  ];
}

/** The sample plan again and again, each time as recommendations, actions and statements of their own. */
function ofActions(count: number): PlanToCheck {
  const sample = sampleAsOpened("2026-11-21");
  const copies = Array.from(
    { length: Math.ceil(count / sample.actions.length) },
    (_, copy) => copy,
  );
  const [far, further] = [100_000, 1_000_000];
  const recommendations = copies.flatMap((copy) =>
    sample.recommendations.map((each) => ({ ...each, id: each.id + copy * far })),
  );
  const actions = copies
    .flatMap((copy) =>
      sample.actions.map((each) => ({
        ...each,
        id: each.id + copy * far,
        recommendationId: each.recommendationId + copy * far,
      })),
    )
    .slice(0, count);
  const record = copies.flatMap((copy) =>
    sample.record.map((each) => shifted(each, copy * far, copy * further)),
  );
  const { plan, agencies } = sample;
  const states = foldPlan(plan.scheme, agencies, actions, record);
  return { ...sample, recommendations, actions, record, states };
}

function shifted(entry: Entry, about: number, stated: number): Entry {
  const own = { id: entry.id + stated, key: `${entry.key} ${stated}` };
  const challengeId = "challengeId" in entry && entry.challengeId;
  const answer = challengeId ? { challengeId: challengeId + stated } : {};
  const actionId = entry.actionId === undefined ? undefined : entry.actionId + about;
  if (entry.type === "update" || entry.type === "decision")
    return { ...entry, ...own, ...answer, actionId };
  return { ...entry, ...own, actionId, recommendationId: entry.recommendationId + about };
}
