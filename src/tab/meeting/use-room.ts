import { dayOf } from "#plan/iso-date.ts";
import type { Meeting } from "#plan/meeting.ts";
import { leads, records } from "#plan/meeting-rules.ts";
import { minutesOfMeeting } from "#plan/minutes.ts";
import { usePlanFindings } from "#tab/challenges/use-plan-findings.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { surroundingsOf } from "#tab/live/surroundings.ts";
import { goTo } from "#usecases/meeting/lead-meeting.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { followMeeting } from "./meeting-follower.ts";
import type { Place, Room } from "./room.ts";
import { useMeetingRecord } from "./use-meeting-record.ts";
import { useRoomSaid } from "./use-room-said.ts";

export interface RoomProps extends ViewProps {
  readonly first: Meeting;
  readonly store: MeetingStore;
  /** Tells the list what became of the meeting. */
  readonly onChanged: (meeting: Meeting) => void;
}

/** The meeting as this person is in it: where the chair is, or where they look around. */
export function useTheRoom(props: RoomProps): Room {
  const { view, first, store, latest, onSaved, onGo, onChanged } = props;
  const { now: clock, host } = usePorts();
  const [{ follower, put }] = useState(() =>
    followMeeting(
      store,
      { meeting: first, notes: [] },
      surroundingsOf(window, host.presence, clock),
    ),
  );
  const now = useSyncExternalStore(follower.subscribe, follower.current);
  const { meeting, notes } = now;
  useEffect(() => follower.follow(), [follower]);
  useEffect(() => void follower.check(), [follower]);
  useEffect(() => onChanged(meeting), [onChanged, meeting]);
  useOtherFrames(meeting, follower.check);
  const { me } = view.open;
  const acts = useActs(meeting, me, put);
  const way = useWay(meeting, leads(me, meeting), { store, ...acts });
  const record = useMeetingRecord(store, meeting.id, view.open.record);
  const findings = usePlanFindings(view, dayOf(clock()));
  const said = useMemo(
    () => minutesOfMeeting({ open: view.open, meeting, notes, record }),
    [view.open, meeting, notes, record],
  );
  const writes = records(me, meeting);
  useRoomSaid({ ...way, view, meeting, records: writes });
  return {
    ...now,
    ...acts,
    ...way,
    view,
    store,
    findings,
    said,
    latest,
    onSaved,
    onGo,
    records: writes,
    check: follower.check,
  };
}

/** Stage and side panel of one person are two pages: what one does, the other looks at without waiting. */
function useOtherFrames({ id, version }: Meeting, check: () => Promise<void>): void {
  const name = `meeting ${id}`;
  useEffect(() => {
    const told = ({ key, newValue }: StorageEvent) => {
      if (key === name && newValue !== version) void check();
    };
    window.addEventListener("storage", told);
    return () => window.removeEventListener("storage", told);
  }, [name, version, check]);
  useEffect(() => {
    try {
      window.localStorage.setItem(name, version);
    } catch {
      // Without storage the other page looks by itself two seconds later.
    }
  }, [name, version]);
}

/** Where this person is: with the group, on the way there as the chair, or looking around. */
function useWay(
  meeting: Meeting,
  chairs: boolean,
  { store, act }: Pick<Room, "store" | "act">,
): Pick<Room, "leads" | "place" | "away" | "go" | "lookAround" | "back"> {
  const { now } = usePorts();
  const [away, setAway] = useState<Place>();
  const [pending, setPending] = useState<Place>();
  async function lead(place: Place): Promise<void> {
    setPending(place);
    await act((led) => goTo({ meetings: store, now }, led, place));
    setPending((latest) => (latest === place ? undefined : latest));
  }
  return {
    leads: chairs,
    place: away ?? pending ?? meeting.now,
    away: away !== undefined,
    // After the end there is nobody to take along.
    go: (place) => (chairs && meeting.ended === undefined ? void lead(place) : setAway(place)),
    lookAround: () => setAway(meeting.now ?? {}),
    back: () => setAway(undefined),
  };
}

/** What this person does to the meeting, one act after the other, and what failed. */
function useActs(
  meeting: Meeting,
  me: Room["view"]["open"]["me"],
  put: (meeting: Meeting) => void,
): Pick<Room, "act" | "busy" | "problem"> {
  const [running, setRunning] = useState(0);
  const [problem, setProblem] = useState<unknown>();
  const act = useCallback<Room["act"]>(
    async (change) => {
      setRunning((count) => count + 1);
      setProblem(undefined);
      try {
        put(await change({ me, meeting }));
        return true;
      } catch (error) {
        setProblem(error);
        return false;
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [me, meeting, put],
  );
  return { act, busy: running > 0, problem };
}
