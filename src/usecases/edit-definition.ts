import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import { isIsoDate } from "#plan/iso-date.ts";
import { mayOwn } from "#plan/permissions.ts";
import type { Action, Recommendation } from "#plan/plan.ts";
import { agencyCalled, type PlanOfMe } from "./append-statement.ts";
import type { DefinitionStore, Versioned } from "./ports/definitions.ts";
import { type Asked, askIfInDoubt } from "./words-to-save.ts";

interface Edit<T> extends Asked {
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
  { open, was, to, sure }: Edit<Action>,
): Promise<void> {
  refuseUnlessOwner(open);
  refuseBadWords(to, { sure });
  for (const agency of to.agencies ?? []) agencyCalled(open.agencies, agency);
  if (to.due !== undefined && !isIsoDate(to.due))
    throw new RefusedError("Choose a day that exists.");
  await definitions.changeAction(was, to);
}

/** Changes what a recommendation is. Throws as `editAction`. */
export async function editRecommendation(
  { definitions }: { readonly definitions: DefinitionStore },
  { open, was, to, sure }: Edit<Recommendation>,
): Promise<void> {
  refuseUnlessOwner(open);
  refuseBadWords(to, { sure });
  for (const agency of to.addressees ?? []) agencyCalled(open.agencies, agency);
  await definitions.changeRecommendation(was, to);
}

function refuseUnlessOwner({ me }: PlanOfMe): void {
  if (!mayOwn(me)) throw new NotAllowedError("Only the plan’s owners change what it says.");
}

function refuseBadWords(to: Partial<Action> | Partial<Recommendation>, asked: Asked): void {
  if (to.text?.trim() === "") throw new RefusedError("Write the text.");
  const texts = Object.values(to)
    .flat()
    .filter((value) => typeof value === "string");
  for (const text of texts) refuseIdentifiers(text, "what you changed");
  askIfInDoubt(asked, ...texts.map((text) => ({ text, where: "what you changed" })));
}
