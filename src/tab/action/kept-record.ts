import type { Entry } from "#plan/record.ts";
import type { RecordStore } from "#usecases/ports/record.ts";

type Entries = readonly Entry[];

const kept = new WeakMap<RecordStore, Map<string, Entries>>();

/**
 * Reads, and keeps what it brings for as long as the page is open: a drawer that was open once can be read again without
 * a connection. `place` names what it is the record of: "action/12".
 */
export async function readAndKeep(
  record: RecordStore,
  place: string,
  read: () => Promise<Entries>,
): Promise<Entries> {
  const entries = await read();
  const all = kept.get(record) ?? new Map<string, Entries>();
  kept.set(record, all.set(place, entries));
  return entries;
}

/** What was read of that place last; undefined where nothing was. */
export function keptRecord(record: RecordStore, place: string): Entries | undefined {
  return kept.get(record)?.get(place);
}
