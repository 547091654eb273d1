import { readRow } from "../items/version-row.ts";
import { majorVersion } from "../items/next-version.ts";
import type { Condition } from "../query/condition.ts";
import type { Session } from "../session.ts";
import { isLibrary, tableOf, type List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { right, type Rights } from "./rights.ts";

/** `DraftVersionVisibility`: what it takes to see drafts, and what waits for approval, of others. */
const wanted: Readonly<Record<number, Rights>> = {
  1: right.editListItems,
  2: right.approveItems,
};

/** Whether the caller sees of this list's items only what is settled: published, and approved where that is asked for. */
function seesSettledOnly({ access }: Session, list: List): boolean {
  const { enableModeration, enableMinorVersions, draftVisibility } = list.settings;
  const needed = wanted[draftVisibility];
  if (needed === undefined || (!enableModeration && !enableMinorVersions)) return false;
  return !access.can(list.scope, needed);
}

/** What the caller reads in an earlier state than the newest: ids of items that were settled once, and are not now. */
export function settledBefore(session: Session, list: List): number[] {
  if (!seesSettledOnly(session, list)) return [];
  const now = settledSql(list, "item.approval", "item.version");
  const sql = `SELECT id FROM ${tableOf(list)} AS item
    WHERE kind = 0 AND author <> ? AND NOT ${now} AND ${settledOnce(list, "item")}`;
  const rows = session.database.all(sql, session.caller.id, list.number);
  return rows.map((row) => number(row, "id"));
}

/** The condition that leaves out what was never settled, but for the caller's own. */
export function draftCondition(session: Session, list: List, of: string): Condition[] {
  if (!seesSettledOnly(session, list)) return [];
  const now = settledSql(list, `${of}.approval`, `${of}.version`);
  return [
    {
      sql: `(${of}.kind = 1 OR ${of}.author = ? OR ${now} OR ${settledOnce(list, of)})`,
      parameters: [session.caller.id, list.number],
    },
  ];
}

/** Takes the list's number as its parameter. */
function settledOnce(list: List, of: string): string {
  const approval = "json_extract(versions.content, '$.approval')";
  const before = settledSql(list, approval, "versions.version");
  return `EXISTS (
    SELECT 1 FROM versions WHERE versions.list = ? AND versions.item = ${of}.id AND ${before})`;
}

function settledSql({ settings, template }: List, approval: string, version: string): string {
  const approved = settings.enableModeration ? `ifnull(${approval}, 0) = 0` : "1";
  const drafts = settings.enableMinorVersions && isLibrary({ template });
  return `(${approved} AND ${drafts ? `${version} % ${majorVersion} = 0` : "1"})`;
}

/** Whether the caller may see the item at all, settled or not. */
export function mayViewDraft(session: Session, list: List, row: Row): boolean {
  return !isHidden(session, list, row) || lastSettled(session, list, row) !== undefined;
}

/** The item as the caller sees it: as it was when it was last settled, where its newest state is not for them. */
export function asSettled(session: Session, list: List, row: Row): Row {
  if (!isHidden(session, list, row)) return row;
  return { ...row, ...lastSettled(session, list, row) };
}

function isHidden(session: Session, list: List, row: Row): boolean {
  if (!seesSettledOnly(session, list)) return false;
  if (number(row, "kind") === 1 || row["author"] === session.caller.id) return false;
  const { enableModeration, enableMinorVersions } = list.settings;
  const approved = !enableModeration || row["approval"] === 0;
  const drafts = enableMinorVersions && isLibrary(list);
  return !approved || (drafts && number(row, "version") % majorVersion !== 0);
}

function lastSettled(session: Session, list: List, row: Row): Row | undefined {
  const settled = settledSql(list, "json_extract(content, '$.approval')", "version");
  const found = session.database.one(
    `SELECT version, content FROM versions WHERE list = ? AND item = ? AND ${settled} ORDER BY version DESC LIMIT 1`,
    list.number,
    number(row, "id"),
  );
  return found && { ...readRow(found["content"]), version: number(found, "version") };
}
