import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { refuseIdentifiers } from "#plan/identifiers.ts";
import { type Me, speaksFor } from "#plan/permissions.ts";
import type { Action, Agency, Plan } from "#plan/plan.ts";
import { hasRating, notApplicable, type RatingId } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import type { RecordStore } from "./ports.ts";

export interface ProposeRating {
  /** The action, in the plan as its person sees it. */
  readonly open: {
    readonly plan: Plan;
    readonly agencies: readonly Agency[];
    readonly action: Action;
    readonly me: Me;
  };
  /** Short name of the agency that speaks. */
  readonly agency: string;
  readonly rating: RatingId;
  readonly note: string;
  readonly evidence: readonly EvidenceLink[];
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/** The note column of SharePoint holds more; a statement of progress does not need it. */
const longestNote = 10_000;

/**
 * States an agency's rating of an action, as the person whose stores these are. Throws RefusedError where what was
 * typed cannot stand, NotAllowedError where they do not speak for that agency, and what the store throws.
 */
export async function proposeRating(
  { record }: { readonly record: RecordStore },
  { open, agency, rating, note, evidence, key }: ProposeRating,
): Promise<{ readonly id: number }> {
  const speaker = speakingAgency(open, agency);
  if (!hasRating(open.plan.scheme, rating) && rating !== notApplicable.id) {
    throw new RefusedError("Choose one of the plan's ratings.");
  }
  refuseUnlessSaid(note);
  for (const { name, url } of evidence) {
    refuseIdentifiers(name, "the name of the evidence");
    refuseIdentifiers(url, "the link to the evidence");
    if (!/^https:\/\/\S+$/.test(url))
      throw new RefusedError("A link to evidence starts with https:// and has no spaces.");
  }
  return record.append({
    key,
    planId: open.plan.id,
    actionId: open.action.id,
    agency: speaker,
    kind: "progress",
    rating,
    note: note.trim(),
    evidence,
  });
}

function speakingAgency(
  { agencies, action, me }: ProposeRating["open"],
  shortName: string,
): Agency {
  const agency = agencies.find((each) => each.shortName === shortName);
  if (!agency || !speaksFor(me, action).includes(shortName)) {
    throw new NotAllowedError(
      `Only people of ${action.agencies.join(", ") || "its agency"} can propose a rating for this action.`,
    );
  }
  return agency;
}

function refuseUnlessSaid(note: string): void {
  if (note.trim() === "") throw new RefusedError("Say in a sentence what has happened.");
  if (note.length > longestNote)
    throw new RefusedError(`Shorten what you say to ${longestNote} characters.`);
  refuseIdentifiers(note, "what you say");
}
