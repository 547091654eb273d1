import type { PlanDifferences } from "#plan/plan-differences.ts";

/** What the person said of differences, by their names: whether they are taken over. */
export type Taking = ReadonlyMap<string, boolean>;

/** The differences that a person chooses among, by what they are: the names under which it is said of them. */
export function keysOf({ added, progress, edited }: PlanDifferences) {
  return {
    recommendations: added.recommendations.map(({ order }) => `recommendation ${order}`),
    actions: added.actions.map(
      ({ recommendation, action }) => `action ${recommendation.id}.${action.order}`,
    ),
    progress: progress.map(({ action }) => `progress ${action.id}`),
    edited: edited.map(({ what, is }) => `${otherwise} ${what} ${is.id}`),
  };
}

export type DifferenceKeys = ReturnType<typeof keysOf>;

const otherwise = "worded otherwise:";

/** What is worded otherwise stays as it is unless the person says that it is taken over; all else is taken over. */
export function isTaken(taking: Taking, key: string): boolean {
  return taking.get(key) ?? !key.startsWith(otherwise);
}

/** Those that are taken over. Versions come with whatever else is. */
export function chosenOf(
  all: PlanDifferences,
  keys: DifferenceKeys,
  taking: Taking,
): PlanDifferences {
  const chosen = <T>(some: readonly T[], names: readonly string[]) =>
    some.filter((_one, index) => isTaken(taking, names[index] ?? ""));
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
