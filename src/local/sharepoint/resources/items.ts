import { itemMissing } from "../errors.ts";
import { fullItemEntity, itemEntity } from "../entities/item-entity.ts";
import { itemEtag } from "../entities/item-etag.ts";
import { asSeen } from "../files/checked-out.ts";
import { refuseOtherTypes } from "../http/entity-type-sent.ts";
import { readBody, type ApiRequest } from "../http/request.ts";
import { entityTypeOf, itemSetOf } from "../items/entity-type.ts";
import { approvalWanted } from "../items/approval.ts";
import { giveType } from "../items/item-type.ts";
import { project } from "../items/projection.ts";
import { References } from "../items/references.ts";
import { recycleItem } from "../items/recycle-item.ts";
import { valuesFromJson } from "../items/values-from-json.ts";
import { deleteItem, insertItem, updateItem } from "../items/write-item.ts";
import { hasArguments, numberArgument, type Segment } from "../odata/address.ts";
import { done, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { securableItem } from "../permissions/securable.ts";
import { itemRow, queryItems } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, text, type Row } from "../store/row.ts";
import { updateByForm } from "./form-answer.ts";
import { itemMethodSteps } from "./item-methods.ts";
import { itemSideSteps } from "./item-side.ts";
import { itemVersionsResource } from "./item-versions.ts";
import { matchEtag } from "./match-etag.ts";
import { nextQuery } from "./next-query.ts";
import { entityResource, type Resource } from "./resource.ts";
import { securableSteps } from "./securable.ts";
import { sharingSteps } from "./sharing.ts";

/** What an item that is a file or folder leads to, by its path; whoever knows of paths gives them. */
export interface Onward {
  readonly file?: (session: Session, path: string) => Resource;
  readonly folder?: (session: Session, path: string) => Resource;
}

export function itemsResource(
  session: Session,
  list: List,
  segment: Segment,
  onward: Onward = {},
): Resource {
  if (hasArguments(segment)) return itemResource(session, list, numberArgument(segment), onward);
  return {
    get: (request) => page(session, list, request),
    post: (request) => add(session, list, request),
    steps: {
      getbyid: (step) => itemResource(session, list, numberArgument(step), onward),
      getbystringid: (step) => itemResource(session, list, numberArgument(step), onward),
    },
  };
}

export function itemResource(
  session: Session,
  list: List,
  id: number,
  onward: Onward = {},
): Resource {
  const row = existing(session, list, id);
  const remove = (request: ApiRequest): Answer => {
    mayDelete(session, list, row, request);
    deleteItem(session, list, row);
    return done;
  };
  const seen = asSeen(session, list, row);
  const securable = () => securableItem(session, list, existing(session, list, id));
  return entityResource(() => fullItemEntity(session, list, seen), {
    get: (request) => ({
      kind: "entity",
      entity: itemEntity(session, list, seen, project(list, request.query.shape)),
    }),
    merge: (request) => update(session, list, row, request),
    delete: remove,
    more: [
      () => ({
        recycle: () => ({
          post: (request) => {
            mayDelete(session, list, row, request);
            return value("Recycle", "Edm.Guid", recycleItem(session, list, row));
          },
        }),
        validateupdatelistitem: () => ({
          post: (request) => updateByForm(session, list, row, request),
        }),
        versions: (segment) => itemVersionsResource(session, list, row, segment),
      }),
      () => itemSideSteps(session, list, row, remove),
      () => itemMethodSteps(session, list, row),
      () => placeSteps(session, row, onward),
      () => securableSteps(session, securable),
      () => sharingSteps(session, { list, row, find: securable }),
    ],
  });
}

/** Its file or its folder, where it is one. */
function placeSteps(
  session: Session,
  row: Row,
  { file, folder }: Onward,
): NonNullable<Resource["steps"]> {
  const path = `${text(row, "dir")}/${text(row, "leaf")}`;
  if (number(row, "kind") === 1) return folder ? { folder: () => folder(session, path) } : {};
  return file && row["blob"] !== null ? { file: () => file(session, path) } : {};
}

function existing(session: Session, list: List, id: number): Row {
  const row = itemRow(session, list, id);
  if (!row) throw itemMissing();
  return row;
}

function page(session: Session, list: List, { query }: ApiRequest): Answer {
  const projection = project(list, query.shape);
  const { rows, next } = queryItems(session, list, query, projection);
  const references = new References(session);
  return {
    kind: "collection",
    paged: true,
    set: itemSetOf(list),
    entities: rows.map((row) => itemEntity(session, list, row, projection, references)),
    ...(next === undefined ? {} : { next: nextQuery(query, next) }),
  };
}

function add(session: Session, list: List, request: ApiRequest): Answer {
  session.access.require(list.scope, right.addListItems);
  refuseOtherTypes(request, typesOf(list));
  const body = readBody(request);
  const values = valuesFromJson(session, list, body);
  const approval = approvalWanted(session, list, body[statusProperty]);
  const id = insertItem(session, list, { values, folder: list.root, kind: 0, approval });
  giveType(session, list, existing(session, list, id), body["ContentTypeId"]);
  return {
    kind: "entity",
    entity: itemEntity(
      session,
      list,
      existing(session, list, id),
      project(list, request.query.shape),
    ),
    status: 201,
  };
}

function update(session: Session, list: List, row: Row, request: ApiRequest): Answer {
  requireWrite(session, list, row, right.editListItems);
  matchEtag(row, request);
  refuseOtherTypes(request, typesOf(list));
  const body = readBody(request);
  const approval = approvalWanted(session, list, body[statusProperty]);
  updateItem(session, list, row, { values: valuesFromJson(session, list, body), approval });
  giveType(session, list, row, body["ContentTypeId"]);
  const etag = itemEtag(existing(session, list, number(row, "id")));
  return { kind: "nothing", status: 204, etag };
}

const typesOf = (list: List) => [entityTypeOf(list), "SP.ListItem"];
const statusProperty = "OData__ModerationStatus";

function mayDelete(session: Session, list: List, row: Row, request: ApiRequest): void {
  requireWrite(session, list, row, right.deleteListItems);
  matchEtag(row, request);
}
