import type { RatingId } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import type { RecordStore } from "./ports/record.ts";
import { appendStatement, refuseUnlessSpeaker, type Statement } from "./append-statement.ts";
import type { Saved } from "./words-to-save.ts";

export interface StateMonitoring extends Statement {
  readonly evidence: readonly EvidenceLink[];
  /** Only where what was found changes how the agency rates the action. */
  readonly rating?: RatingId | undefined;
}

/**
 * States what an agency found when it looked again whether a change held. Throws RefusedError where what was typed
 * cannot stand, NotAllowedError where the person does not speak for that agency, and what the store throws.
 */
export async function stateMonitoring(
  ports: { readonly record: RecordStore },
  { rating, evidence, ...statement }: StateMonitoring,
): Promise<Saved> {
  refuseUnlessSpeaker(statement.open, statement.agency, "say what was found on a later check");
  return appendStatement(ports, statement, {
    actionId: statement.open.action.id,
    kind: "monitoring",
    rating,
    evidence,
  });
}
