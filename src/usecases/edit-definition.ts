import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import { agencyCalled } from "./append-statement.ts";
import type { DefinitionStore, Versioned } from "./ports.ts";
import type { PlanOfMe } from "./put-challenge.ts";

interface Edit<T> {
  readonly open: PlanOfMe;
  /** As the owner read it before changing it. */
  readonly was: Versioned<T>;
  readonly to: Partial<T>;
}

/**
 * Changes what an action is. Throws NotAllowedError for whoever does not own the plan, RefusedError where what was typed
 * cannot stand, ConflictError where somebody else changed it since, and what the store throws.
 */
export async function editAction(
  { definitions }: { readonly definitions: DefinitionStore },
  { open, was, to }: Edit<Action>,
): Promise<void> {
  refuseUnlessOwner(open);
  refuseBadWords(to);
  for (const agency of to.agencies ?? []) agencyCalled(open.agencies, agency);
  if (to.due !== undefined && !isIsoDate(to.due))
    throw new RefusedError("Choose a day that exists.");
  await definitions.changeAction(was, to);
}

/** Changes what a recommendation is. Throws as `editAction`. */
export async function editRecommendation(
  { definitions }: { readonly definitions: DefinitionStore },
  { open, was, to }: Edit<Recommendation>,
): Promise<void> {
  refuseUnlessOwner(open);
  refuseBadWords(to);
  for (const agency of to.addressees ?? []) agencyCalled(open.agencies, agency);
  await definitions.changeRecommendation(was, to);
}

function refuseUnlessOwner({ me }: PlanOfMe): void {
  if (!mayOwn(me)) throw new NotAllowedError("Only the plan’s owners change what it says.");
}

function refuseBadWords(to: Partial<Action> | Partial<Recommendation>): void {
  if (to.text?.trim() === "") throw new RefusedError("Write the text.");
  for (const value of Object.values(to).flat())
    if (typeof value === "string") refuseIdentifiers(value, "what you changed");
}
