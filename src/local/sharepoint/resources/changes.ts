import { z } from "zod";
import { argumentInvalid } from "../errors.ts";
import { readToken, tokenAt } from "../entities/change-token.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import type { Answer, Entity, Value } from "../odata/entity.ts";
import { itemRow } from "../query/item-query.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { changeType } from "../store/changes.ts";
import type { List } from "../store/list.ts";
import { number, numberOrNull, text, textOrNull, type Row } from "../store/row.ts";

const flag = z.boolean().default(false);
const token = z.object({ StringValue: z.string() }).nullish();
const changeQuery = z.looseObject({
  Item: flag,
  File: flag,
  Folder: flag,
  List: flag,
  Field: flag,
  Group: flag,
  Web: flag,
  Add: flag,
  Update: flag,
  DeleteObject: flag,
  Rename: flag,
  Move: flag,
  Restore: flag,
  SystemUpdate: flag,
  RoleAssignmentAdd: flag,
  RoleAssignmentDelete: flag,
  RoleDefinitionAdd: flag,
  RoleDefinitionDelete: flag,
  RoleDefinitionUpdate: flag,
  GroupMembershipAdd: flag,
  GroupMembershipDelete: flag,
  ChangeTokenStart: token,
  ChangeTokenEnd: token,
  FetchLimit: z.coerce.number().int().positive().max(2000).default(1000),
});
type ChangeQuery = z.infer<typeof changeQuery>;

/** What changed on the web, in one list or to one item of it since a token, as far as the caller may know of it. */
export function changesAnswer(
  session: Session,
  request: ApiRequest,
  list?: List,
  item?: number,
): Answer {
  const { query } = parseBody(z.object({ query: changeQuery }), request);
  const wanted = objects(query);
  const [from, to] = bounds(session, query, list);
  const rows = session.database.all(
    `SELECT * FROM changes WHERE number > ?1 AND number <= ?2
       AND object IN (SELECT value FROM json_each(?3)) AND action IN (SELECT value FROM json_each(?4))
       AND (?5 IS NULL OR list_id = ?5) AND (?6 IS NULL OR item = ?6)
     ORDER BY number LIMIT ?7`,
    from,
    to,
    JSON.stringify(wanted),
    JSON.stringify(actions(query)),
    list?.id ?? null,
    item ?? null,
    query.FetchLimit,
  );
  const entities = rows
    .filter((row) => mayKnow(session, row))
    .map((row) => changeEntity(session, row, query));
  return { kind: "collection", set: "SP.ApiData.Changes", entities };
}

function objects(query: ChangeQuery): string[] {
  const { Item: item, File: file, Folder: folder } = query;
  return [
    ...(item ? ["item"] : []),
    ...(item || file ? ["file"] : []),
    ...(item || folder ? ["folder"] : []),
    ...(query.List ? ["list"] : []),
    ...(query.Field ? ["field"] : []),
    ...(query.Group ? ["group"] : []),
    ...(query.Web ? ["web"] : []),
  ];
}

function actions(query: ChangeQuery): number[] {
  const asked: [boolean, number[]][] = [
    [query.Add, [changeType.add]],
    [query.Update, [changeType.update]],
    [query.DeleteObject, [changeType.delete]],
    [query.Rename, [changeType.rename]],
    [query.Move, [changeType.moveAway, changeType.moveInto]],
    [query.Restore, [changeType.restore]],
    [query.SystemUpdate, [changeType.systemUpdate]],
    [query.RoleAssignmentAdd, [changeType.assignmentAdd, changeType.scopeAdd]],
    [query.RoleAssignmentDelete, [changeType.assignmentDelete, changeType.scopeDelete]],
    [query.RoleDefinitionAdd, [changeType.roleAdd]],
    [query.RoleDefinitionDelete, [changeType.roleDelete]],
    [query.RoleDefinitionUpdate, [changeType.roleUpdate]],
    [query.GroupMembershipAdd, [changeType.memberAdd]],
    [query.GroupMembershipDelete, [changeType.memberDelete]],
  ];
  return asked.flatMap(([wanted, numbers]) => (wanted ? numbers : []));
}

function bounds(session: Session, query: ChangeQuery, list: List | undefined): [number, number] {
  const place = (given: z.infer<typeof token>, none: number) =>
    given ? placeOf(session, given.StringValue, list) : none;
  return [place(query.ChangeTokenStart, 0), place(query.ChangeTokenEnd, Number.MAX_SAFE_INTEGER)];
}

/** The number in the log that a token stands for. Throws 400 for a token of another web or list. */
function placeOf(session: Session, text_: string, list: List | undefined): number {
  const read = readToken(text_);
  const own = list ? [list.id] : [session.site.webId, session.site.siteId];
  if (!own.includes(read.id))
    throw argumentInvalid("The changeToken refers to a different object than this one.");
  if (read.number >= 0) return read.number;
  const row = session.database.one(
    "SELECT ifnull(max(number), 0) AS number FROM changes WHERE at <= ?",
    read.at,
  );
  return row ? number(row, "number") : 0;
}

/** What was deleted is told by its id alone; what is there, only to those who may see it. */
function mayKnow(session: Session, row: Row): boolean {
  const listNumber = numberOrNull(row, "list");
  if (listNumber === null) return true;
  const list = session.catalogue.all().find((candidate) => candidate.number === listNumber);
  if (!list) return text(row, "object") === "list";
  if (!mayViewList(session, list)) return false;
  const item = numberOrNull(row, "item");
  if (item === null || number(row, "action") === changeType.delete) return true;
  return itemRow(session, list, item) !== undefined || !stillThere(session, list, item);
}

function stillThere(session: Session, list: List, item: number): boolean {
  const row = session.database.one(`SELECT 1 FROM items_${list.number} WHERE id = ?`, item);
  return row !== undefined;
}

function changeEntity(session: Session, row: Row, query: ChangeQuery): Entity {
  const object = text(row, "object");
  const type = typeOf(object, query);
  const listId = textOrNull(row, "list_id");
  const place = number(row, "number");
  return {
    type,
    path: `${type}${place}`,
    properties: {
      ChangeToken: tokenAt(
        session,
        listId === null ? undefined : { id: listId },
        place,
        text(row, "at"),
      ),
      ChangeType: number(row, "action"),
      SiteId: session.site.siteId,
      Time: `${text(row, "at").slice(0, 19)}Z`,
      ...about(type, row, session),
    },
  };
}

function typeOf(object: string, query: ChangeQuery): string {
  if (query.Item && /^(?:item|file|folder)$/.test(object)) return "SP.ChangeItem";
  return `SP.Change${object.charAt(0).toUpperCase()}${object.slice(1)}`;
}

function about(type: string, row: Row, { site }: Session): Readonly<Record<string, Value>> {
  const listId = textOrNull(row, "list_id");
  switch (type) {
    case "SP.ChangeItem":
      return {
        ItemId: numberOrNull(row, "item"),
        ListId: listId,
        UniqueId: textOrNull(row, "guid"),
        WebId: site.webId,
      };
    case "SP.ChangeFile":
    case "SP.ChangeFolder":
      return { UniqueId: textOrNull(row, "guid"), WebId: site.webId };
    case "SP.ChangeField":
      return { FieldId: textOrNull(row, "guid"), WebId: site.webId };
    case "SP.ChangeList":
      return { ListId: listId, WebId: site.webId };
    case "SP.ChangeGroup":
      return { GroupId: numberOrNull(row, "item") };
    default:
      return { WebId: site.webId };
  }
}
