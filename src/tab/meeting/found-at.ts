import type { Finding } from "#plan/checks.ts";

/** What the checks found of one action, or of the recommendation as a whole, strongest first. */
export function foundAt(
  findings: readonly Finding[],
  recommendationId: number,
  actionId: number | undefined,
): readonly Finding[] {
  return findings
    .filter((each) => each.recommendationId === recommendationId && each.actionId === actionId)
    .toSorted((one, other) => Number(one.weight === "plain") - Number(other.weight === "plain"));
}
