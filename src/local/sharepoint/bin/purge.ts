import { deleteBlob } from "../files/blobs.ts";
import { deleteAttachments, recycledKey } from "../items/attachments.ts";
import { forgetBelongings } from "../items/belongings.ts";
import { toSecond } from "../items/instant.ts";
import type { Session } from "../session.ts";
import { deleteList } from "../store/list-store.ts";
import { binContent, binEntries, forgetEntry, type BinEntry } from "./bin-entry.ts";
import { blobsOf, readKept } from "./kept.ts";
import { purgeVersions } from "./recycle-version.ts";

/** How long things stay in the bin before they go by themselves. */
const daysKept = 93;

/** Lets everything go that has lain in the bin for 93 days. `now` is an instant in UTC. */
export function purgeExpired(database: Session["database"], now: string): void {
  const last = new Date(now);
  last.setUTCDate(last.getUTCDate() - daysKept);
  const before = toSecond(last) ?? now;
  for (const entry of binEntries(database)) if (entry.at < before) purge({ database }, entry);
}

/** Takes something out of the bin for good, with its bytes; a list with all that was recycled out of it. */
export function purge({ database }: Pick<Session, "database">, entry: BinEntry): void {
  if (entry.kind === "list" && entry.list !== null) {
    purgeFromList({ database }, entry.list);
    deleteList(database, { number: entry.list });
  }
  const kept = readKept(binContent(database, entry));
  const blobs = kept.flatMap(blobsOf);
  if (entry.kind === "version") purgeVersions(database, entry, blobs);
  else {
    for (const blob of blobs) deleteBlob(database, blob);
    for (const { row } of kept) forgetBelongings(database, String(row["uid"]));
  }
  deleteAttachments(database, recycledKey(entry.id));
  forgetEntry(database, entry);
}

/** What was recycled out of a list has nowhere to go back to once the list is gone for good. */
export function purgeFromList({ database }: Pick<Session, "database">, list: number): void {
  for (const entry of binEntries(database))
    if (entry.kind !== "list" && entry.list === list) purge({ database }, entry);
}
