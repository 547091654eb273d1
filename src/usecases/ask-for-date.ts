import { RefusedError } from "#plan/errors.ts";
import { formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import type { RecordStore } from "./ports/record.ts";
import { appendStatement, refuseUnlessSpeaker, type Statement } from "./append-statement.ts";
import type { Saved } from "./words-to-save.ts";

export interface AskForDate extends Statement {
  /** The later day by which the agency now means to be done. */
  readonly date: IsoDate;
}

/**
 * Asks the group for a later due date; the one that was agreed counts until the group agrees. The note says why.
 * Throws RefusedError where the day does not exist or is no later than the action's own, NotAllowedError where the
 * person does not speak for that agency, and what the store throws.
 */
export async function askForDate(
  ports: { readonly record: RecordStore },
  { date, ...statement }: AskForDate,
): Promise<Saved> {
  const { action } = statement.open;
  refuseUnlessSpeaker(statement.open, statement.agency, "ask for another date");
  if (!isIsoDate(date)) throw new RefusedError("Choose a day that exists.");
  if (action.due !== undefined && date <= action.due)
    throw new RefusedError(`Choose a day after ${formatDate(action.due)}, when it is due now.`);
  return appendStatement(ports, statement, {
    actionId: statement.open.action.id,
    kind: "progress",
    revisedDate: date,
    evidence: [],
  });
}
