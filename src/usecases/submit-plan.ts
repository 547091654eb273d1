import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mayOwn, type Me } from "#plan/permissions.ts";
import type { Plan } from "#plan/plan.ts";
import type { VersionStore } from "./ports/history.ts";
import { type Asked, askIfInDoubt, wordsToSave } from "./words-to-save.ts";

export interface SubmitPlan extends Asked {
  readonly open: { readonly plan: Plan; readonly me: Me };
  readonly on: IsoDate;
  /** Whom it went to: "Care Quality Commission". */
  readonly to: string;
  /** In London. */
  readonly today: IsoDate;
}

/**
 * Marks a plan as sent to its regulator, which stops the submission clock. Throws NotAllowedError for whoever is no plan
 * owner, RefusedError for a day that is yet to come, a plan that was sent, or without a word of whom it went to.
 */
export async function submitPlan(
  { versions }: { readonly versions: VersionStore },
  { open: { plan, me }, on, to, today, sure }: SubmitPlan,
): Promise<void> {
  if (!mayOwn(me)) throw new NotAllowedError("Only the plan's owners mark it as sent.");
  if (plan.submitted !== undefined)
    throw new RefusedError(`This plan is marked as sent on ${formatDate(plan.submitted)}.`);
  if (on > today)
    throw new RefusedError(
      `${formatDate(on)} is yet to come. Mark the plan when it has been sent.`,
    );
  const whom = wordsToSave({
    text: to,
    where: "whom it went to",
    missing: "Say whom the plan was sent to.",
  });
  askIfInDoubt({ sure }, { text: to, where: "whom it went to" });
  await versions.submitted(plan.id, on, whom);
}
