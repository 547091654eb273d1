import type { Entry } from "#plan/record.ts";
import { useEffect, useRef, useState } from "react";

export interface ReadRecord {
  readonly entries?: readonly Entry[];
  /** Why it could not be read; what was read before stays. */
  readonly error?: unknown;
}

type Read = () => Promise<readonly Entry[]>;

/** One reading of the record, under way or done. */
interface Reading {
  readonly read: Read;
  readonly tries: number;
  readonly entries: Promise<readonly Entry[]>;
}

/**
 * What `read` brings; another `read` is another record. `said` is how many things the plan knows to have been said: it is
 * read again only where that becomes another number than was read, so that what somebody saves, and `again` brought
 * already, is not read a second time when the plan learns of it. What is `kept` of it stands until then, and where it
 * cannot be read.
 */
export function useReadRecord(
  read: Read,
  said: number,
  kept: () => readonly Entry[] | undefined,
): [record: ReadRecord, again: () => void] {
  const [state, setState] = useState<ReadRecord & { readonly of: Read }>();
  const [tries, setTries] = useState(0);
  const last = useRef<Reading>(undefined);
  useEffect(() => {
    let wanted = true;
    const known = last.current;
    const now = () => (last.current = { read, tries, entries: read() }).entries;
    const latest = known?.read === read && known.tries === tries ? enough(known, said, now) : now();
    latest.then(
      (entries) => wanted && setState({ of: read, entries }),
      (error: unknown) =>
        wanted &&
        setState((before) => ({ ...(before?.of === read ? before : {}), of: read, error })),
    );
    return () => {
      wanted = false;
    };
  }, [read, said, tries]);
  const now: ReadRecord = state?.of === read ? state : {};
  const known = now.entries ?? kept();
  return [known ? { ...now, entries: known } : now, () => setTries(tries + 1)];
}

/** What was read last where it holds as much as the plan knows of, else what is read now. */
async function enough(known: Reading, said: number, now: Read): Promise<readonly Entry[]> {
  const entries = await known.entries.catch(() => undefined);
  return entries?.length === said ? entries : now();
}
