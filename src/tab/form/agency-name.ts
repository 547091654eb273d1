import type { Agency } from "#plan/plan.ts";

/** An agency's full name; the short one where the plan has no agency of it. */
export function agencyName(agencies: readonly Agency[], shortName: string): string {
  return agencies.find((agency) => agency.shortName === shortName)?.name ?? shortName;
}
