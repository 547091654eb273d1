import { accessDenied } from "../errors.ts";
import { isOthersNew } from "../files/checked-out.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { mayViewDraft } from "./drafts.ts";
import { right } from "./rights.ts";

/** The columns that mayView decides by. */
export const viewColumns = ["id", "scope", "author", "kind", "approval", "version"]
  .map((name) => `item.${name} AS ${name}`)
  .join(", ");

/** `ReadSecurity` and `WriteSecurity`: everybody's items, one's own, or (to write) none. */
const own = 2;
const none = 4;

/** Whether the caller sees in this list only what they made. Whoever manages the list stands above that. */
export function seesOwnOnly({ access }: Session, list: List): boolean {
  return list.settings.readSecurity === own && !access.can(list.scope, right.manageLists);
}

/** Whether the caller may see this item, by its scope and by the list's setting. Folders are everybody's. */
export function mayView(session: Session, list: List, row: Row): boolean {
  const viewable = session.access.viewable();
  if (viewable && !viewable.includes(number(row, "scope"))) return false;
  if (!isFolder(row) && !isOwn(session, row) && seesOwnOnly(session, list)) return false;
  if (isOthersNew(session, list, row)) return false;
  return mayViewDraft(session, list, row);
}

/** Throws 403 where the caller may not change or delete this item, by right or by the list's setting. */
export function requireWrite(session: Session, list: List, row: Row, wanted: bigint): void {
  session.access.require(number(row, "scope"), wanted);
  const { writeSecurity } = list.settings;
  if (session.access.can(list.scope, right.manageLists) || isFolder(row)) return;
  if (writeSecurity === none || (writeSecurity === own && !isOwn(session, row)))
    throw accessDenied();
}

const isFolder = (row: Row) => row["kind"] === 1;
const isOwn = ({ caller }: Session, row: Row) => row["author"] === caller.id;
