import type { Challenge, Decision, Entry } from "#plan/record.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { useEffect, useMemo, useState } from "react";

type Said = readonly (Challenge | Decision)[];

const nothing: Said = [];

/**
 * What a meeting asked and decided, with the words: the plan's own record, which is followed anyway, says when there is
 * something new to read.
 */
export function useMeetingRecord(
  store: MeetingStore,
  meetingId: number,
  record: readonly Entry[],
): Said {
  const [read, setRead] = useState(nothing);
  const signature = useMemo(
    () =>
      record
        .filter((entry) => entry.type !== "update" && entry.meetingId === meetingId)
        .map(({ type, id }) => `${type} ${id}`)
        .join(),
    [record, meetingId],
  );
  useEffect(() => {
    if (signature === "") return undefined;
    let wanted = true;
    store.record(meetingId).then(
      (said) => wanted && setRead(said),
      // The plan's own banner says that SharePoint does not answer; the next change asks again.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [store, meetingId, signature]);
  return read;
}
