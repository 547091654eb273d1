import { refused } from "../errors.ts";
import { approval, type Approval } from "../items/approval.ts";
import { keepVersion } from "../items/write-item.ts";
import { logItem } from "../items/log-item.ts";
import { majorVersion, nextMajor, nextVersion } from "../items/next-version.ts";
import type { Session } from "../session.ts";
import { changeType } from "../store/changes.ts";
import { tableOf, type List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { checkOutOf, forgetCheckOut, ownCheckOut, stateBefore } from "./checked-out.ts";
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
export function checkIn(
  session: Session,
  list: List,
  row: Row,
  { type, comment }: { readonly type: CheckInType; readonly comment: string },
): void {
  const own = ownCheckOut(session, list, row);
  if (!own) throw refused(`The file ${pathOf(row)} is not checked out.`);
  const before = stateBefore(own);
  const version = number(row, "version");
  forgetCheckOut(session, list, row);
  if (!before) {
    const first = type === checkInType.major ? Math.max(version, majorVersion) : version;
    setVersion(session, list, row, { version: first, comment, approval: approvalAt(list, first) });
  } else if (type === checkInType.overwrite)
    dropUnused(session.database, list, number(row, "id"), [before["blob"]]);
  else {
    keep(session, list, { ...row, ...before });
    const next = type === checkInType.minor ? nextVersion(list, version) : nextMajor(version);
    setVersion(session, list, row, { version: next, comment, approval: approvalAt(list, next) });
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
  const before = stateBefore(found);
  if (!before) throw refused(`The file ${pathOf(row)} has no checked in version to go back to.`);
  const table = tableOf(list);
  const id = number(row, "id");
  const draft = database.one(`SELECT blob FROM ${table} WHERE id = ?`, id)?.["blob"];
  const columns = database.all(`SELECT name FROM pragma_table_info('${table}')`);
  const own = new Set(columns.map(({ name }) => name));
  const kept = Object.entries(before).filter(([name]) => own.has(name) && name !== "etag");
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
export function publish(session: Session, list: List, row: Row, comment: string): void {
  refuseWithoutDrafts(list);
  if (ownCheckOut(session, list, row)) throw refused(`The file ${pathOf(row)} is checked out.`);
  if (number(row, "version") % majorVersion === 0)
    throw refused(`The file ${pathOf(row)} is published already.`);
  if (list.settings.enableModeration)
    setApproval(session, list, row, { approval: approval.pending, note: null, comment });
  else {
    keep(session, list, row);
    const version = nextMajor(number(row, "version"));
    setVersion(session, list, row, { version, comment, approval: approval.approved });
  }
  logItem(session, list, about(row), changeType.update);
}

/** Makes the published version a draft again. Throws 400 where the newest version is none. */
export function unpublish(session: Session, list: List, row: Row, comment: string): void {
  refuseWithoutDrafts(list);
  ownCheckOut(session, list, row);
  const version = number(row, "version");
  if (version % majorVersion !== 0 && row["approval"] !== approval.pending)
    throw refused(`The newest version of ${pathOf(row)} is not published.`);
  keep(session, list, row);
  const next = version % majorVersion === 0 ? version + 1 : version;
  setVersion(session, list, row, { version: next, comment, approval: approvalAt(list, next) });
  logItem(session, list, about(row), changeType.update);
}

function refuseWithoutDrafts(list: List): void {
  if (!list.settings.enableMinorVersions)
    throw refused("You can only publish, unpublish documents in a minor version enabled list.");
}

/** Lets what waits for approval through: from now on it is what everybody reads. */
export function approve(session: Session, list: List, row: Row, note: string): void {
  refuseWithoutModeration(list);
  ownCheckOut(session, list, row);
  const version = number(row, "version");
  if (row["approval"] === approval.approved)
    throw refused(`The file ${pathOf(row)} is not waiting for approval.`);
  if (version % majorVersion !== 0) {
    keep(session, list, row);
    setVersion(session, list, row, {
      version: nextMajor(version),
      comment: noteOf(row),
      approval: approval.approved,
    });
  }
  setApproval(session, list, row, { approval: approval.approved, note, comment: noteOf(row) });
  logItem(session, list, about(row), changeType.update);
}

/** Turns down what waits for approval, or was approved before. */
export function deny(session: Session, list: List, row: Row, note: string): void {
  refuseWithoutModeration(list);
  ownCheckOut(session, list, row);
  setApproval(session, list, row, { approval: approval.denied, note, comment: noteOf(row) });
  logItem(session, list, about(row), changeType.update);
}

const noteOf = (row: Row) => (typeof row["checkinnote"] === "string" ? row["checkinnote"] : "");

function refuseWithoutModeration(list: List): void {
  if (!list.settings.enableModeration)
    throw refused("You can only approve and reject in lists that ask for approval.");
}

/** A major version waits for approval, a draft is one. */
function approvalAt(list: List, version: number): Approval {
  if (!list.settings.enableModeration) return approval.approved;
  return version % majorVersion === 0 ? approval.pending : approval.draft;
}

interface NewVersion {
  readonly version: number;
  readonly comment: string;
  readonly approval: Approval;
}

function setVersion(
  { database, now, caller }: Session,
  list: List,
  row: Row,
  { version, comment, approval: state }: NewVersion,
): void {
  database.run(
    `UPDATE ${tableOf(list)} SET version = ?, checkinnote = ?, approval = ?, etag = etag + 1, modified = ?, editor = ? WHERE id = ?`,
    version,
    comment === "" ? null : comment,
    state,
    now,
    caller.id,
    number(row, "id"),
  );
}

function setApproval(
  { database }: Session,
  list: List,
  row: Row,
  next: { readonly approval: Approval; readonly note: string | null; readonly comment: string },
): void {
  database.run(
    `UPDATE ${tableOf(list)} SET approval = ?, approvalnote = ?, checkinnote = ?, etag = etag + 1 WHERE id = ?`,
    next.approval,
    next.note,
    next.comment === "" ? null : next.comment,
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
