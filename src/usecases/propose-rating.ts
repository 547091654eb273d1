import type { RatingId } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import type { RecordStore } from "./ports/record.ts";
import { appendStatement, refuseUnlessSpeaker, type Statement } from "./append-statement.ts";
import type { Saved } from "./words-to-save.ts";

export interface ProposeRating extends Statement {
  readonly rating: RatingId;
  readonly evidence: readonly EvidenceLink[];
}

/**
 * States an agency's rating of an action, as the person whose stores these are. Throws RefusedError where what was
 * typed cannot stand, NotAllowedError where they do not speak for that agency, and what the store throws.
 */
export async function proposeRating(
  ports: { readonly record: RecordStore },
  { rating, evidence, ...statement }: ProposeRating,
): Promise<Saved> {
  refuseUnlessSpeaker(statement.open, statement.agency, "propose a rating");
  return appendStatement(ports, statement, {
    actionId: statement.open.action.id,
    kind: "progress",
    rating,
    evidence,
  });
}
