import { moved } from "#plan/agenda.ts";
import { NotAllowedError } from "#plan/errors.ts";
import type { AgendaItem, Attendance, Meeting } from "#plan/meeting.ts";
import { mayDecide, type Me } from "#plan/permissions.ts";
import { type Asked, askIfInDoubt, wordsToSave } from "../words-to-save.ts";
import { changeMeeting, type MeetingPorts } from "./change-meeting.ts";
import type { Led } from "./lead-meeting.ts";
import { askable } from "./plan-meeting.ts";

/** Puts an item at the end of the agenda, once. Throws NotAllowedError, RefusedError, and what the store throws. */
export async function addToAgenda(
  ports: MeetingPorts,
  { me, meeting, sure }: Led & Asked,
  item: AgendaItem,
): Promise<Meeting> {
  refuseOthers(me);
  const asked = askable(item, { sure });
  return changeMeeting(ports, meeting, ({ agenda }) => ({
    agenda: [...agenda.filter(({ id }) => id !== asked.id), asked],
  }));
}

/** Puts an item of the agenda at another place, counted from 0. Throws NotAllowedError, and what the store throws. */
export async function moveInAgenda(
  ports: MeetingPorts,
  { me, meeting }: Led,
  { id, to }: { readonly id: string; readonly to: number },
): Promise<Meeting> {
  refuseOthers(me);
  return changeMeeting(ports, meeting, ({ agenda }) => ({ agenda: moved(agenda, id, to) }));
}

/** Takes an item off the agenda; what was said of it stays. Throws NotAllowedError, and what the store throws. */
export async function takeOffAgenda(
  ports: MeetingPorts,
  { me, meeting }: Led,
  id: string,
): Promise<Meeting> {
  refuseOthers(me);
  return changeMeeting(ports, meeting, ({ agenda }) => ({
    agenda: agenda.filter((item) => item.id !== id),
  }));
}

/**
 * Writes down that somebody is here or sent apologies; said again of the same person, it replaces what was said before.
 * Throws NotAllowedError, RefusedError without a name, and what the store throws.
 */
export async function markAttendance(
  ports: MeetingPorts,
  { me, meeting, sure }: Led & Asked,
  { agency, name, present }: Attendance,
): Promise<Meeting> {
  refuseOthers(me);
  const missing = "Write who it is, by name or by role.";
  const who = wordsToSave({ text: name, where: "the name", missing, oneLine: true });
  askIfInDoubt({ sure }, { text: who, where: "the name" });
  const marked = { agency, name: who, present };
  return changeMeeting(ports, meeting, ({ attendance }) => {
    const at = attendance.findIndex((each) => each.agency === agency && each.name === who);
    return {
      attendance: at < 0 ? [...attendance, marked] : attendance.with(at, marked),
    };
  });
}

/** Takes a name off the list of attendance that was put there by mistake. Throws as `markAttendance`. */
export async function unmarkAttendance(
  ports: MeetingPorts,
  { me, meeting }: Led,
  { agency, name }: Pick<Attendance, "agency" | "name">,
): Promise<Meeting> {
  refuseOthers(me);
  return changeMeeting(ports, meeting, ({ attendance }) => ({
    attendance: attendance.filter((each) => each.agency !== agency || each.name !== name),
  }));
}

function refuseOthers(me: Me): void {
  if (!mayDecide(me))
    throw new NotAllowedError("Only the peer-challenge group changes what a meeting talks about.");
}
