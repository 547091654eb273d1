import type { Session } from "../session.ts";
import { recordChange, type ChangedObject, type changeType } from "../store/changes.ts";
import { isLibrary, type List } from "../store/list.ts";

/** Notes a change to an item in the change log and on its list. */
export function logItem(
  { database, instant, now }: Session,
  list: List,
  item: { readonly id: number; readonly guid: string; readonly kind: number },
  action: (typeof changeType)[keyof typeof changeType],
): void {
  database.run("UPDATE lists SET modified = ? WHERE number = ?", now, list.number);
  recordChange(database, {
    at: instant,
    object: objectOf(list, item.kind),
    action,
    list,
    item: item.id,
    guid: item.guid,
  });
}

function objectOf(list: List, kind: number): ChangedObject {
  if (kind === 1) return "folder";
  return isLibrary(list) ? "file" : "item";
}
