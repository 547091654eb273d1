import { refused } from "../errors.ts";
import { keepVersion, logItem } from "../items/write-item.ts";
import { majorVersion, nextMajor, nextVersion } from "../items/next-version.ts";
import type { Session } from "../session.ts";
import { changeType } from "../store/changes.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { checkOutOf, forgetCheckOut, ownCheckOut, rowOf, staying } from "./checked-out.ts";
import { dropUnused } from "./unused-blobs.ts";

/** SP.CheckinType. */
export const checkInType = { minor: 0, major: 1, overwrite: 2 } as const;
export type CheckInType = (typeof checkInType)[keyof typeof checkInType];

/** Keeps the file for one person; what they write until they check it in makes no versions. */
export function checkOut(session: Session, list: List, row: Row): void {
  if (ownCheckOut(session, list, row)) throw refused(`The file ${pathOf(row)} is checked out.`);
  session.database.run(
    "INSERT INTO checkouts (list, item, user, before) VALUES (?, ?, ?, ?)",
    list.number,
    number(row, "id"),
    session.caller.id,
    JSON.stringify(row),
  );
}

/** Gives the file back to everybody as a new version, a draft, or over the version that was checked out. */
export function checkIn(session: Session, list: List, row: Row, type: CheckInType): void {
  const own = ownCheckOut(session, list, row);
  if (!own) throw refused(`The file ${pathOf(row)} is not checked out.`);
  const old = rowOf(own);
  const version = number(row, "version");
  forgetCheckOut(session, list, row);
  if (type === checkInType.overwrite)
    dropUnused(session.database, list, number(row, "id"), [old["blob"]]);
  else {
    keep(session, list, old);
    const next = type === checkInType.minor ? nextVersion(list, version) : nextMajor(version);
    setVersion(session, list, row, next);
  }
  logItem(session, list, about(row), changeType.update);
}

/** Puts the file back as it was when it was checked out. Administrators may do so for others. */
export function undoCheckOut(session: Session, list: List, row: Row): void {
  const { database } = session;
  const found = session.caller.siteAdmin
    ? checkOutOf(session, list, row)
    : ownCheckOut(session, list, row);
  if (!found) throw refused(`The file ${pathOf(row)} is not checked out.`);
  const table = tableOf(list);
  const id = number(row, "id");
  const draft = database.one(`SELECT blob FROM ${table} WHERE id = ?`, id)?.["blob"];
  const columns = database.all(`SELECT name FROM pragma_table_info('${table}')`);
  const own = new Set(columns.map(({ name }) => name));
  const kept = Object.entries(rowOf(found)).filter(
    ([name]) => own.has(name) && name !== "etag" && !staying.has(name),
  );
  database.run(
    `UPDATE ${table} SET ${kept.map(([name]) => `${name} = ?`).join(", ")}, etag = etag + 1 WHERE id = ?`,
    ...kept.map(([, value]) => value),
    id,
  );
  forgetCheckOut(session, list, row);
  dropUnused(database, list, id, [draft]);
  logItem(session, list, about(row), changeType.update);
}

/** Makes the newest draft a major version, for everybody to read. Throws 400 where the library keeps no drafts. */
export function publish(session: Session, list: List, row: Row): void {
  refuseWithoutDrafts(list);
  if (ownCheckOut(session, list, row)) throw refused(`The file ${pathOf(row)} is checked out.`);
  if (number(row, "version") % majorVersion === 0)
    throw refused(`The file ${pathOf(row)} is published already.`);
  keep(session, list, row);
  setVersion(session, list, row, nextMajor(number(row, "version")));
  logItem(session, list, about(row), changeType.update);
}

/** Makes the published version a draft again. Throws 400 where the newest version is none. */
export function unpublish(session: Session, list: List, row: Row): void {
  refuseWithoutDrafts(list);
  ownCheckOut(session, list, row);
  if (number(row, "version") % majorVersion !== 0)
    throw refused(`The newest version of ${pathOf(row)} is not published.`);
  keep(session, list, row);
  setVersion(session, list, row, number(row, "version") + 1);
  logItem(session, list, about(row), changeType.update);
}

function refuseWithoutDrafts(list: List): void {
  if (!list.settings.enableMinorVersions)
    throw refused("You can only publish, unpublish documents in a minor version enabled list.");
}

function setVersion({ database, now, caller }: Session, list: List, row: Row, version: number) {
  database.run(
    `UPDATE ${tableOf(list)} SET version = ?, etag = etag + 1, modified = ?, editor = ? WHERE id = ?`,
    version,
    now,
    caller.id,
    number(row, "id"),
  );
}

function keep(session: Session, list: List, row: Row): void {
  if (list.settings.enableVersioning) keepVersion(session, list, row);
}

function about(row: Row) {
  return { id: number(row, "id"), guid: text(row, "uid"), kind: number(row, "kind") };
}

const pathOf = (row: Row) => `${text(row, "dir")}/${text(row, "leaf")}`;
