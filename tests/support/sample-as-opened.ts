import { type SampleEntry, samplePlan } from "#cli/sample/sample-plan.ts";
import type { PlanToCheck } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Action, Agency } from "#plan/plan.ts";
import type { Entry } from "#plan/record.ts";

/** The sample plan as it looks once it stands in the lists: every item with its number, every statement in its folder. */
export function sampleAsOpened(today: IsoDate): PlanToCheck {
  const { plan, agencies: made, recommendations: written } = samplePlan(today);
  const agencies = made.map((agency, index): Agency => ({
    ...agency,
    id: index + 1,
    folder: `folder of ${agency.shortName}`,
    group: agency.shortName,
  }));
  const recommendations = written.map((each, index) => ({ ...each, id: index + 1 }));
  const placed = written.flatMap(({ actions }, index) =>
    actions.map((action) => ({ ...action, recommendationId: index + 1 })),
  );
  const actions = placed.map((action, index) => ({ ...action, id: index + 1 }));
  const ids = new Map(
    placed.flatMap(({ record }) => record).map(({ key }, index) => [key, index + 1]),
  );
  const record = placed.flatMap(({ record: said, recommendationId }, index) =>
    said.map((entry) => entryOf(entry, { id: index + 1, recommendationId }, ids)),
  );
  const opened = { ...plan, id: 1 };
  const states = foldPlan(plan.scheme, agencies, actions, record);
  return { plan: opened, agencies, recommendations, actions, states, record, today };
}

function entryOf(
  entry: SampleEntry,
  { id: actionId, recommendationId }: Pick<Action, "id" | "recommendationId">,
  ids: ReadonlyMap<string, number>,
): Entry {
  const stated = { id: ids.get(entry.key) ?? 0, actionId };
  if (entry.type === "decision") return { ...entry, ...stated };
  if (entry.type === "challenge") return { ...entry, ...stated, recommendationId };
  return {
    ...entry,
    ...stated,
    folder: `folder of ${entry.who}`,
    evidenceCount: entry.evidence.length,
    impactCount: entry.evidence.filter(({ kind }) => kind === "impact").length,
    challengeId: entry.answers === undefined ? undefined : ids.get(entry.answers),
  };
}
