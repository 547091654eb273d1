import type { Finding } from "#plan/checks.ts";

/** The ids of the checks that found something, by action, and by recommendation where it is about the whole of it. */
export interface FoundByChecks {
  readonly actions: ReadonlyMap<number, ReadonlySet<string>>;
  readonly recommendations: ReadonlyMap<number, ReadonlySet<string>>;
}

export function foundBy(findings: readonly Finding[]): FoundByChecks {
  const actions = new Map<number, Set<string>>();
  const recommendations = new Map<number, Set<string>>();
  for (const { check, actionId, recommendationId } of findings) {
    if (actionId === undefined) add(recommendations, recommendationId, check);
    else add(actions, actionId, check);
  }
  return { actions, recommendations };
}

function add(to: Map<number, Set<string>>, id: number, check: string): void {
  const known = to.get(id);
  if (known) known.add(check);
  else to.set(id, new Set([check]));
}

/** Whether a check, or "any", is among those that found something. */
export function isFound(checks: ReadonlySet<string> | undefined, check: string): boolean {
  return checks !== undefined && (check === "any" || checks.has(check));
}
