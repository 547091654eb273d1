import type { NewPlan } from "#plan/new-plan.ts";
import type { WholePlan } from "#plan/plan-on-date.ts";
import type { Entry } from "#plan/record.ts";
import type { SampleAction, SampleEntry } from "#cli/sample/sample-plan.ts";

/** A plan as the lists would hold it, ids counted from 1, with the record of a sample where it has one. */
export function wholePlanOf(plan: NewPlan): WholePlan {
  const agencies = plan.agencies.map((agency, index) => ({
    ...agency,
    id: index + 1,
    folder: `folder-${index + 1}`,
    group: `Plan: ${agency.shortName}`,
  }));
  const folderOf = (who: string) =>
    agencies.find(({ shortName }) => shortName === who)?.folder ?? who;
  let actions = 0;
  const placed = plan.recommendations.flatMap((recommendation, index) =>
    recommendation.actions.map((action) => {
      actions += 1;
      return { ...action, id: actions, recommendationId: index + 1 };
    }),
  );
  return {
    plan: { ...plan.plan, id: 1 },
    agencies,
    versions: plan.versions,
    recommendations: plan.recommendations.map((each, index) => ({ ...each, id: index + 1 })),
    actions: placed,
    record: placed.flatMap((action) =>
      recordOf(action).map((entry, index) => toEntry(entry, action, index, folderOf)),
    ),
  };
}

function recordOf(action: object): readonly SampleEntry[] {
  return isSample(action) ? action.record : [];
}

function isSample(action: object): action is SampleAction {
  return "record" in action;
}

function toEntry(
  entry: SampleEntry,
  { id: actionId, recommendationId }: { readonly id: number; readonly recommendationId: number },
  index: number,
  folderOf: (who: string) => string,
): Entry {
  const said = {
    id: actionId * 100 + index,
    author: { id: 1, name: "Lead officer" },
    actionId,
  };
  if (entry.type === "challenge") return { ...entry, ...said, recommendationId };
  if (entry.type === "decision") return { ...entry, ...said };
  const { answers: _answers, ...update } = entry;
  return {
    ...update,
    ...said,
    folder: folderOf(entry.who),
    evidenceCount: entry.evidence.length,
    impactCount: entry.evidence.filter(({ kind }) => kind === "impact").length,
  };
}
