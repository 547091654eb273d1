import type { Officer } from "#plan/meeting.ts";
import { isSame } from "#plan/meeting-rules.ts";
import type { Me } from "#plan/permissions.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { useEffect, useMemo, useState } from "react";

export type Officers = readonly Officer[];

/** Who may chair or record: the group as SharePoint tells it, and in any case the reader, who is of it. */
export function useOfficers(store: MeetingStore, { loginName, name }: Me): Officers {
  const [read, setRead] = useState<Officers>([]);
  useEffect(() => {
    let wanted = true;
    store.officers().then(
      (officers) => wanted && setRead(officers),
      // A site may keep its groups' members from each other; the reader is known anyway.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [store]);
  return useMemo(() => {
    const me = { loginName, name };
    return read.some((officer) => isSame(officer, me)) ? read : [me, ...read];
  }, [read, loginName, name]);
}
