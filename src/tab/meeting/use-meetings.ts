import type { Meeting } from "#plan/meeting.ts";
import { usePorts } from "#tab/frame/ports.ts";
import type { MeetingStore } from "#usecases/ports.ts";
import { useCallback, useEffect, useState } from "react";

export type Meetings =
  | { readonly phase: "loading" }
  | { readonly phase: "failed"; readonly error: unknown; readonly again: () => void }
  | {
      readonly phase: "ready";
      readonly store: MeetingStore;
      /** Newest first. */
      readonly meetings: readonly Meeting[];
      /** Puts a meeting into the list, or in the place of what it was before. */
      readonly put: (meeting: Meeting) => void;
    };

/** The plan's meetings, read when the view is opened. */
export function useMeetings(planId: number): Meetings {
  const { meetings: connect } = usePorts();
  const [read, setRead] = useState<{ store: MeetingStore; meetings: readonly Meeting[] }>();
  const [failed, setFailed] = useState<{ error: unknown }>();
  useEffect(() => {
    let wanted = true;
    async function load(): Promise<void> {
      try {
        const store = await connect();
        const meetings = await store.forPlan(planId);
        if (wanted) setRead({ store, meetings });
      } catch (error) {
        if (wanted) setFailed({ error });
      }
    }
    if (failed === undefined) void load();
    return () => {
      wanted = false;
    };
  }, [connect, planId, failed]);
  const again = useCallback(() => setFailed(undefined), []);
  const put = useCallback(
    (meeting: Meeting) =>
      setRead((now) => now && { ...now, meetings: withMeeting(now.meetings, meeting) }),
    [],
  );
  if (read) return { phase: "ready", ...read, put };
  return failed ? { phase: "failed", ...failed, again } : { phase: "loading" };
}

function withMeeting(meetings: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  const others = meetings.filter(({ id }) => id !== meeting.id);
  return [...others, meeting].toSorted((one, other) => (one.starts < other.starts ? 1 : -1));
}
