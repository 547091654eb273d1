import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import { type Me, speaksFor } from "#plan/permissions.ts";
import type { Action, Agency, Plan } from "#plan/plan.ts";
import { hasRating, notApplicable, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import { isSafeLink } from "#plan/safe-link.ts";
import type { NewUpdate, RecordStore } from "./ports/record.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "./words-to-save.ts";

/** The action, in the plan as its person sees it. */
export interface ActionInPlan extends PlanOfMe {
  readonly action: Action;
}

/** A plan as somebody sees it. */
export interface PlanOfMe {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly me: Me;
}

/** What an agency says of an action, whatever kind of statement it is. */
export interface Statement extends Words {
  readonly open: ActionInPlan;
}

/** What an agency says, whatever it is about. */
export interface Words extends Asked {
  /** Short name of the agency that speaks. */
  readonly agency: string;
  readonly note: string;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/** What every statement of an agency has to be, and how it is saved: once a key, in the agency's own folder. */
export async function appendStatement(
  { record }: { readonly record: RecordStore },
  { open, agency, note, key, sure }: Words & { readonly open: PlanOfMe },
  said: Pick<
    NewUpdate,
    "actionId" | "recommendationId" | "kind" | "evidence" | "rating" | "revisedDate" | "challengeId"
  >,
): Promise<Saved> {
  const speaker = agencyCalled(open.agencies, agency);
  const words = wordsToSave({
    text: note,
    where: "what you say",
    missing: "Say in a sentence what has happened.",
  });
  if (said.rating !== undefined) refuseUnlessRating(open.plan.scheme, said.rating);
  refuseBadEvidence(said.evidence);
  askIfInDoubt({ sure }, ...typedIn(note, said.evidence));
  return record.append({ key, planId: open.plan.id, agency: speaker, note: words, ...said });
}

/** The fields of a statement in which somebody could be identified. */
export function typedIn(note: string, evidence: readonly Pick<EvidenceLink, "name">[]) {
  const names = evidence.map(({ name }) => ({ text: name, where: "the name of the evidence" }));
  return [{ text: note, where: "what you say" }, ...names];
}

/** Throws NotAllowedError unless the person speaks for that agency and the action is the agency's. */
export function refuseUnlessSpeaker(
  { action, me }: ActionInPlan,
  agency: string,
  doing: string,
): void {
  if (speaksFor(me, action).includes(agency)) return;
  throw new NotAllowedError(
    `Only people of ${action.agencies.join(", ") || "its agency"} can ${doing} for this action.`,
  );
}

/** Throws RefusedError unless it is of the plan's scheme; "not rated" is no rating that anybody gives. */
export function refuseUnlessRating(scheme: RatingScheme, rating: RatingId): void {
  if (!hasRating(scheme, rating) && rating !== notApplicable.id)
    throw new RefusedError("Choose one of the plan's ratings.");
}

/** Throws RefusedError where the plan has no agency of that short name. */
export function agencyCalled(agencies: readonly Agency[], shortName: string): Agency {
  const agency = agencies.find((each) => each.shortName === shortName);
  if (!agency) throw new RefusedError(`This plan has no agency "${shortName}".`);
  return agency;
}

function refuseBadEvidence(evidence: readonly EvidenceLink[]): void {
  for (const { name, url } of evidence) {
    refuseIdentifiers(name, "the name of the evidence");
    refuseIdentifiers(url, "the link to the evidence");
    if (!isSafeLink(url))
      throw new RefusedError("A link to evidence starts with https:// and has no spaces.");
  }
}
