import { agenciesOf } from "#documents/to-new-plan.ts";
import type { NewAgency } from "#plan/new-plan.ts";
import type { Choices, ReviewGroup } from "./review-rows.ts";

/** What will stand in the lists, without the plan itself, which takes a moment to make where it is large. */
export interface PlanInShort {
  readonly recommendations: number;
  readonly actions: number;
  readonly agencies: readonly NewAgency[];
}

export function planInShort(
  groups: readonly ReviewGroup[],
  { leftOut, agency }: Pick<Choices, "leftOut" | "agency">,
): PlanInShort {
  const taken = groups
    .filter(({ key }) => !leftOut.has(key))
    .map(({ recommendation: { addressees }, actions }) => ({
      addressees,
      actions: actions.flatMap(({ key, action: { agencies } }) => {
        if (leftOut.has(key)) return [];
        const given = agency.get(key);
        return { agencies: given === undefined ? agencies : [given] };
      }),
    }));
  return {
    recommendations: taken.length,
    actions: taken.reduce((sum, { actions }) => sum + actions.length, 0),
    agencies: agenciesOf(taken),
  };
}
