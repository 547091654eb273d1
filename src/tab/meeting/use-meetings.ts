import type { Meeting } from "#plan/meeting.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { surroundingsOf } from "#tab/live/surroundings.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
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
      /** Reads them again, as others have left them; what cannot be read just now stays as it was. */
      readonly look: () => Promise<void>;
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
  const store = read?.store;
  const look = useCallback(async () => {
    const meetings = await store?.forPlan(planId).catch(() => undefined);
    if (meetings) setRead((now) => now && { ...now, meetings });
  }, [store, planId]);
  if (read) return { phase: "ready", ...read, put, look };
  return failed ? { phase: "failed", ...failed, again } : { phase: "loading" };
}

/** Milliseconds between two looks at the list: a meeting that somebody begins is there before it is asked for. */
const everyMs = 5000;

/** Looks again and again while the page is visible and there is a network, and at once when it comes back. */
export function useLookAgain(look: () => Promise<void>): void {
  const { host, now } = usePorts();
  const { presence } = host;
  useEffect(() => {
    const around = surroundingsOf(window, presence, now);
    let timer: ReturnType<typeof setInterval> | undefined;
    const isSeen = () => around.visible() && around.online();
    function begin(): void {
      if (isSeen()) timer = setInterval(() => void look(), everyMs);
    }
    const unwatch = around.watch(() => {
      clearInterval(timer);
      if (isSeen()) void look();
      begin();
    });
    begin();
    return () => {
      clearInterval(timer);
      unwatch();
    };
  }, [look, presence, now]);
}

function withMeeting(meetings: readonly Meeting[], meeting: Meeting): readonly Meeting[] {
  const others = meetings.filter(({ id }) => id !== meeting.id);
  return [...others, meeting].toSorted((one, other) => (one.starts < other.starts ? 1 : -1));
}
