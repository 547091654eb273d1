import type { IsoInstant } from "./iso-date.ts";
import type { AgendaItem, Attendance, Meeting, Officer } from "./meeting.ts";
import { mayDecide, type Me } from "./permissions.ts";

/** The chair goes from item to item, and everybody follows. SharePoint lets the whole group; this says what to offer. */
export function leads(me: Me, { chair }: Meeting): boolean {
  return mayDecide(me) && isSame(me, chair);
}

/** The chair and the secretary write down what is said. */
export function records(me: Me, meeting: Meeting): boolean {
  if (leads(me, meeting)) return true;
  return mayDecide(me) && meeting.secretary !== undefined && isSame(me, meeting.secretary);
}

export function isSame(
  one: Pick<Officer, "loginName">,
  other: Pick<Officer, "loginName">,
): boolean {
  return one.loginName.toLowerCase() === other.loginName.toLowerCase();
}

/** Milliseconds: a meeting that was forgotten to be ended is not today's. */
const longest = 12 * 60 * 60 * 1000;

/** The meeting somebody means who opens the app in a call: the one under way, else the next; undefined where none is. */
export function meetingToJoin(meetings: readonly Meeting[], now: Date): Meeting | undefined {
  const open = meetings
    .filter(({ ended, starts }) => ended === undefined && timeOf(starts) > now.getTime() - longest)
    .toSorted((one, other) => timeOf(one.starts) - timeOf(other.starts));
  return open.findLast(isUnderWay) ?? open[0];
}

/** The chair has gone somewhere, and the meeting has not ended. */
export function isUnderWay({ now, ended }: Meeting): boolean {
  return now !== undefined && ended === undefined;
}

/** The item before or after the one being discussed; the first where none is. */
export function itemBeside(meeting: Meeting, way: "before" | "after"): AgendaItem | undefined {
  const at = meeting.agenda.findIndex(({ id }) => id === meeting.now?.agendaItem);
  if (at < 0) return way === "after" ? meeting.agenda[0] : undefined;
  return meeting.agenda[way === "after" ? at + 1 : at - 1];
}

/** One agency's, or one circle's, part in a meeting. */
export interface Party {
  readonly agency: string;
  readonly present: readonly string[];
  readonly apologies: readonly string[];
}

/** Who came and who sent apologies, by agency, in the order in which they were written down. */
export function parties(attendance: readonly Attendance[]): readonly Party[] {
  return [...Map.groupBy(attendance, ({ agency }) => agency)].map(([agency, people]) => ({
    agency,
    present: people.filter(({ present }) => present).map(({ name }) => name),
    apologies: people.filter(({ present }) => !present).map(({ name }) => name),
  }));
}

function timeOf(instant: IsoInstant): number {
  return Date.parse(instant);
}
