import { NotAllowedError } from "#plan/errors.ts";
import type { Meeting, MeetingPlace, Officer } from "#plan/meeting.ts";
import { isSame, leads } from "#plan/meeting-rules.ts";
import { mayDecide, type Me } from "#plan/permissions.ts";
import { changeMeeting, type MeetingPorts } from "./change-meeting.ts";

export interface Led {
  readonly me: Me;
  readonly meeting: Meeting;
}

/** Takes everybody to that place. Throws NotAllowedError for anybody but the chair, and what the store throws. */
export async function goTo(
  ports: MeetingPorts & { readonly now: () => Date },
  { me, meeting }: Led,
  place: Omit<MeetingPlace, "since">,
): Promise<Meeting> {
  const now = { ...place, since: ports.now().toISOString() };
  return changeMeeting(ports, meeting, (newest) => {
    if (!leads(me, newest))
      throw new NotAllowedError(`${newest.chair.name} is in the chair now, and leads the meeting.`);
    return { now };
  });
}

/**
 * Gives the chair to somebody else of the group. Anybody of the group may take it, so that a meeting goes on whose chair
 * has lost the connection. Throws NotAllowedError for whoever is not of it, and what the store throws.
 */
export async function handOver(
  ports: MeetingPorts,
  { me, meeting }: Led,
  to: Officer,
): Promise<Meeting> {
  return changeMeeting(ports, meeting, (newest) => {
    if (!leads(me, newest) && !(mayDecide(me) && isSame(me, to)))
      throw new NotAllowedError(`Only ${newest.chair.name} can give the chair to somebody else.`);
    return { chair: to };
  });
}

/** Names who records beside the chair. Throws NotAllowedError for anybody but the chair, and what the store throws. */
export async function nameSecretary(
  ports: MeetingPorts,
  { me, meeting }: Led,
  secretary: Officer,
): Promise<Meeting> {
  return changeMeeting(ports, meeting, (newest) => {
    if (!leads(me, newest))
      throw new NotAllowedError("Only the chair names who records the meeting.");
    return { secretary };
  });
}
