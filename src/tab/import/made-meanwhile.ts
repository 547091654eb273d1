import { DoubtError } from "#plan/errors.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import type { PlanStore, PlanSummary } from "#usecases/ports/plans.ts";
import type { Asked } from "#usecases/words-to-save.ts";

/**
 * Asks, once, whether a document is to become a plan that somebody else made while it was looked through, `known` being
 * those that were there before. The answer of each run is what is known of the person's other answers by then. Throws
 * DoubtError where that is to be asked.
 */
export function askIfMade(
  plans: Pick<PlanStore, "list">,
  { title, regulator, published }: NewPlan["plan"],
  known: readonly PlanSummary[],
): (asked: Asked | undefined) => Promise<Asked | undefined> {
  let stage: "not asked" | "asked" | "settled" = "not asked";
  return async (asked) => {
    if (stage === "settled") return asked;
    if (stage === "asked") {
      stage = "settled";
      // They answered this, and nothing else yet.
      return undefined;
    }
    const before = new Set(known.map(({ id }) => id));
    const made = (await plans.list()).some(
      (plan) =>
        !before.has(plan.id) &&
        plan.title === title &&
        (plan.regulator ?? "") === regulator &&
        plan.published === published,
    );
    stage = made ? "asked" : "settled";
    if (made)
      throw new DoubtError(
        `Somebody made the plan “${title}” while you looked through this document. Saving adds to it what this document has more, and nothing twice. If yours is another version of it, leave it and import it again: you then see what differs.`,
      );
    return asked;
  };
}
