import { NotAllowedError } from "#plan/errors.ts";
import type { MeetingNote } from "#plan/meeting.ts";
import { records } from "#plan/meeting-rules.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "../words-to-save.ts";
import type { MeetingPorts } from "./change-meeting.ts";
import type { Led } from "./lead-meeting.ts";

export interface NoteInMeeting extends Led, Asked {
  readonly note: Pick<
    MeetingNote,
    "key" | "kind" | "words" | "agency" | "recommendationId" | "actionId" | "challengeId"
  >;
}

/**
 * Writes down what is being said. Throws NotAllowedError for anybody but the chair and the secretary, RefusedError where
 * the words cannot stand, and what the store throws.
 */
export async function noteInMeeting(
  { meetings }: MeetingPorts,
  { me, meeting, note, sure }: NoteInMeeting,
): Promise<Saved> {
  if (!records(me, meeting))
    throw new NotAllowedError("Only the chair and the secretary write down what is said.");
  const said = { text: note.words, where: "what was said" };
  const words = wordsToSave({ ...said, missing: "Write what was said." });
  askIfInDoubt({ sure }, said);
  return meetings.note({ ...note, words, planId: meeting.planId, meetingId: meeting.id });
}
