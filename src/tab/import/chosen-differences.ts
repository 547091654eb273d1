import type { PlanDifferences } from "#plan/plan-differences.ts";

/** The differences that a person chooses among, by what they are: the names under which they are left. */
export function keysOf({ added, progress, edited }: PlanDifferences) {
  return {
    recommendations: added.recommendations.map(({ order }) => `recommendation ${order}`),
    actions: added.actions.map(
      ({ recommendation, action }) => `action ${recommendation.id}.${action.order}`,
    ),
    progress: progress.map(({ action }) => `progress ${action.id}`),
    edited: edited.map(({ what, is }) => `edited ${what} ${is.id}`),
  };
}

/** Those that are not left. Versions come with whatever else is taken over. */
export function chosenOf(all: PlanDifferences, left: ReadonlySet<string>): PlanDifferences {
  const keys = keysOf(all);
  const chosen = <T>(some: readonly T[], names: readonly string[]) =>
    some.filter((_one, index) => !left.has(names[index] ?? ""));
  return {
    ...all,
    added: {
      ...all.added,
      recommendations: chosen(all.added.recommendations, keys.recommendations),
      actions: chosen(all.added.actions, keys.actions),
    },
    progress: chosen(all.progress, keys.progress),
    edited: chosen(all.edited, keys.edited),
  };
}

export function countChosen({ added, progress, edited }: PlanDifferences): number {
  const { recommendations, actions, versions, findings } = added;
  return [recommendations, actions, versions, findings, progress, edited].reduce(
    (sum, some) => sum + some.length,
    0,
  );
}
