import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import type { AgendaItem, Meeting, Officer } from "#plan/meeting.ts";
import { mayDecide, type Me } from "#plan/permissions.ts";
import type { Plan } from "#plan/plan.ts";
import { type Asked, askIfInDoubt, wordsToSave } from "../words-to-save.ts";
import type { MeetingPorts } from "./change-meeting.ts";

export interface PlanMeeting extends Asked {
  readonly open: { readonly plan: Plan; readonly me: Me };
  /** A moment, `2026-11-19T10:00:00Z`. */
  readonly starts: string;
  readonly chair: Officer | undefined;
  readonly secretary?: Officer | undefined;
  readonly agenda: readonly AgendaItem[];
  /** A UUID made when the form was opened: however often it is sent, it is planned once. */
  readonly key: string;
}

/**
 * Plans a peer-challenge meeting. Throws NotAllowedError for whoever is not of the group, RefusedError where the moment
 * or the chair is missing or a question cannot stand, and what the store throws.
 */
export async function planMeeting(
  { meetings }: MeetingPorts,
  { open, starts, chair, secretary, agenda, key, sure }: PlanMeeting,
): Promise<Meeting> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group plans its meetings.");
  const moment = new Date(starts);
  if (Number.isNaN(moment.getTime())) throw new RefusedError("Choose when the meeting starts.");
  if (!chair) throw new RefusedError("Choose who chairs the meeting.");
  return meetings.add({
    key,
    planId: open.plan.id,
    starts: moment.toISOString(),
    chair,
    secretary,
    agenda: agenda.map((item) => askable(item, { sure })),
  });
}

/** The item with a question that may stand. Throws RefusedError, DoubtError. */
export function askable(item: AgendaItem, asked: Asked = {}): AgendaItem {
  const question = wordsToSave({
    text: item.question,
    where: "what is to be asked",
    missing: "Say what is to be asked.",
  });
  askIfInDoubt(asked, { text: question, where: "what is to be asked" });
  return { ...item, question };
}
