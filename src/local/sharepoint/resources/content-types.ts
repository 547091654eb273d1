import { z } from "zod";
import { contentTypeEntity } from "../entities/content-type-entity.ts";
import { argumentInvalid, refused } from "../errors.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { right } from "../permissions/rights.ts";
import { structureChanged, type Session } from "../session.ts";
import {
  childTypeId,
  deleteType,
  insertType,
  isTypeUsed,
  listTypes,
  parentType,
  siteTypes,
  updateType,
} from "../store/content-types.ts";
import type { ContentType } from "../store/stock-types.ts";
import type { List } from "../store/list.ts";
import { bringColumns, fieldLinksResource } from "./field-links.ts";
import { entityResource, type Resource } from "./resource.ts";

const change = z.object({
  Name: z.string().min(1).max(128).optional(),
  Description: z.string().optional(),
  Group: z.string().optional(),
  Hidden: z.boolean().optional(),
  ReadOnly: z.boolean().optional(),
  Sealed: z.boolean().optional(),
});
const typeId = z.string().regex(/^0x01(?:[0-9A-F]{2})*$/i, "is not the id of a content type");
const newType = change.extend({
  Name: z.string().min(1).max(128),
  Id: z.union([typeId, z.object({ StringValue: typeId })]).optional(),
});

/** The content types of the site, or of one list. */
export function contentTypesResource(
  session: Session,
  list: List | undefined,
  segment: Segment,
): Resource {
  const one = (step: Segment) => contentTypeResource(session, list, textArgument(step));
  if (hasArguments(segment)) return one(segment);
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.ContentTypes",
      entities: typesOf(session, list).map((type) => contentTypeEntity(session, list, type)),
    }),
    post: (request) => add(session, list, request),
    steps: {
      getbyid: one,
      ...(list ? { addavailablecontenttype: () => available(session, list) } : {}),
    },
  };
}

function typesOf({ database }: Session, list: List | undefined): ContentType[] {
  return list ? listTypes(database, list) : siteTypes(database);
}

/** One content type; where there is none of that id the answer is null, as SharePoint's is. */
export function contentTypeResource(
  session: Session,
  list: List | undefined,
  id: string,
): Resource {
  const wanted = id.toLowerCase();
  const type = typesOf(session, list).find((candidate) => candidate.id.toLowerCase() === wanted);
  if (!type) return { get: () => ({ kind: "null", name: "ContentType" }) };
  const entity = () => contentTypeEntity(session, list, type);
  return entityResource(entity, {
    merge: (request) => {
      mayManage(session, list);
      refuseOfSite(list, type);
      updateType(session.database, list, type, settingsOf(parseBody(change, request)));
      return { kind: "nothing", status: 204 };
    },
    delete: () => {
      mayManage(session, list);
      refuseOfSite(list, type);
      if (isTypeUsed(session.database, list, type)) throw refused("The content type is in use.");
      if (list) refuseLast(session, list, type);
      deleteType(session.database, list, type);
      structureChanged(session);
      return done;
    },
    steps: {
      fieldlinks: (step) => {
        const mayChange = () => {
          mayManage(session, list);
          refuseOfSite(list, type);
        };
        return fieldLinksResource({ session, list, type, mayChange }, step);
      },
    },
  });
}

const newTypeId = (types: readonly ContentType[]) =>
  childTypeId(types.find(({ builtIn }) => builtIn)?.id ?? "0x01");

/**
 * A new type below Item, or below what the list holds. The id that a client asks for must be one, and is passed over,
 * as SharePoint's REST does: the type gets an id of its own (pnp/pnpjs issues 457 and 3367). The client object model's
 * plain id is obeyed.
 */
function add(session: Session, list: List | undefined, request: ApiRequest): Answer {
  mayManage(session, list);
  const body = parseBody(newType, request);
  const types = typesOf(session, list);
  const id = typeof body.Id === "string" ? `0x${body.Id.slice(2).toUpperCase()}` : newTypeId(types);
  const parent = parentType([...types, ...siteTypes(session.database)], id);
  if (!parent) throw argumentInvalid("The content type has no parent in this site.");
  if (types.some((type) => type.name === body.Name || type.id === id))
    throw refused(`A duplicate content type "${body.Name}" was found.`);
  const settings = { ...settingsOf(body), name: body.Name, links: parent.links };
  insertType(session.database, list, id, settings);
  if (list) bringColumns(session, list, parent);
  return created(session, list, id);
}

/** Takes a type of the site into a list, where it gets an id of its own. */
function available(session: Session, list: List): Resource {
  return {
    post: (request) => {
      mayManage(session, list);
      const { contentTypeId } = parseBody(z.object({ contentTypeId: typeId }), request);
      const wanted = contentTypeId.toLowerCase();
      const type = siteTypes(session.database).find(({ id }) => id.toLowerCase() === wanted);
      if (!type) throw argumentInvalid(`The site has no content type ${contentTypeId}.`);
      if (listTypes(session.database, list).some(({ name }) => name === type.name))
        throw refused(`A duplicate content type "${type.name}" was found.`);
      const id = childTypeId(type.id);
      insertType(session.database, list, id, type);
      bringColumns(session, list, type);
      return created(session, list, id);
    },
  };
}

function created(session: Session, list: List | undefined, id: string): Answer {
  const type = typesOf(session, list).find((candidate) => candidate.id === id);
  if (!type) throw argumentInvalid("The content type was not made.");
  return { kind: "entity", entity: contentTypeEntity(session, list, type), status: 201 };
}

function settingsOf(body: z.infer<typeof change>) {
  const given = Object.entries({
    name: body.Name,
    description: body.Description,
    group: body.Group,
    hidden: body.Hidden,
    readOnly: body.ReadOnly,
    sealed: body.Sealed,
  });
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function mayManage({ access, site }: Session, list: List | undefined): void {
  access.require(list?.scope ?? site.scope, right.manageLists);
}

/** The types that every site has stay as they are; a list may change and leave out those that it took from there. */
function refuseOfSite(list: List | undefined, { builtIn, name }: ContentType): void {
  if (builtIn && !list)
    throw refused(`The content type "${name}" is part of every site and stays as it is.`);
}

function refuseLast({ database }: Session, list: List, { id }: ContentType): void {
  const others = listTypes(database, list).filter((other) => other.id !== id);
  if (!others.some((other) => !other.id.startsWith("0x0120")))
    throw refused("The last content type of a list cannot be removed.");
}
