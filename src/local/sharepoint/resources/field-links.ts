import { z } from "zod";
import { contentTypeEntity, fieldLinkEntity, fieldLinks } from "../entities/content-type-entity.ts";
import { fieldMissing, nameExists, refused } from "../errors.ts";
import type { Field } from "../fields/field.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import { done, type Answer } from "../odata/entity.ts";
import { structureChanged, type Session } from "../session.ts";
import { updateType } from "../store/content-types.ts";
import type { ContentType, FieldLink } from "../store/stock-types.ts";
import type { List } from "../store/list.ts";
import { insertField } from "../store/list-store.ts";
import { siteColumns } from "../store/site-columns.ts";
import { entityResource, type Resource } from "./resource.ts";

const newLink = z.object({
  FieldInternalName: z.string().optional(),
  Id: z.string().optional(),
  Required: z.boolean().default(false),
  Hidden: z.boolean().default(false),
});
const linkChange = z.object({ Required: z.boolean().optional(), Hidden: z.boolean().optional() });

/** A content type of the site or of a list, and whoever may change it. */
interface Linking {
  readonly session: Session;
  readonly list: List | undefined;
  readonly type: ContentType;
  /** Throws where the caller may not. */
  readonly mayChange: () => void;
}

/** The columns of a content type: to be listed, linked and unlinked. */
export function fieldLinksResource(linking: Linking, segment: Segment): Resource {
  if (hasArguments(segment)) return linkResource(linking, segment);
  return {
    get: () => ({
      kind: "collection",
      set: "SP.ApiData.FieldLinks",
      entities: linksOf(linking).map((linked) => fieldLinkEntity(pathOf(linking), linked)),
    }),
    post: (request) => add(linking, request),
    steps: { getbyid: (step) => linkResource(linking, step) },
  };
}

const linksOf = ({ session, list, type }: Linking) => fieldLinks(session, list, type);
const pathOf = ({ session, list, type }: Linking) => contentTypeEntity(session, list, type).path;

function write({ session, list, type, mayChange }: Linking, next: readonly FieldLink[]): void {
  mayChange();
  updateType(session.database, list, type, { links: [...next] });
}

function linkResource(linking: Linking, step: Segment): Resource {
  const asked = textArgument(step).replaceAll(/[{}]/g, "").toLowerCase();
  const linked = linksOf(linking).find(({ field }) => field.id === asked);
  if (!linked) throw fieldMissing(asked);
  const own = linking.type.links.find(({ id }) => id === asked);
  const others = linking.type.links.filter(({ id }) => id !== asked);
  const refuseFixed = () =>
    refused(`The column ${linked.field.title} belongs to the kind of the type.`);
  return entityResource(() => fieldLinkEntity(pathOf(linking), linked), {
    merge: (request) => {
      if (!own) throw refuseFixed();
      const { Required: required, Hidden: hidden } = parseBody(linkChange, request);
      const said = { required: required ?? own.required, hidden: hidden ?? own.hidden };
      write(linking, [...others, { ...own, ...said }]);
      return { kind: "nothing", status: 204 };
    },
    delete: () => {
      if (!own) throw refuseFixed();
      write(linking, others);
      return done;
    },
  });
}

function add(linking: Linking, request: ApiRequest): Answer {
  const { session, list, type } = linking;
  const body = parseBody(newLink, request);
  const field = findColumn(session, list, body.FieldInternalName ?? body.Id ?? "");
  if (linksOf(linking).some((linked) => linked.field.id === field.id)) throw nameExists(field.name);
  const { Required: required, Hidden: hidden } = body;
  write(linking, [...type.links, { id: field.id, name: field.name, required, hidden }]);
  const entity = fieldLinkEntity(pathOf(linking), { field, required, hidden });
  return { kind: "entity", entity, status: 201 };
}

function findColumn({ database }: Session, list: List | undefined, asked: string): Field {
  const wanted = asked.toLowerCase();
  const field = (list?.fields ?? siteColumns(database)).find(
    ({ id, name }) => id === wanted || name.toLowerCase() === wanted,
  );
  if (!field) throw fieldMissing(asked);
  return field;
}

/** Gives a list the columns of the site that a type it takes brings along; those it has already stay as they are. */
export function bringColumns(session: Session, list: List, { links }: ContentType): void {
  const site = siteColumns(session.database);
  for (const { id } of links) {
    const now = session.catalogue.byNumber(list.number);
    const column = site.find((candidate) => candidate.id === id);
    if (!column || now.fields.some((field) => field.id === id || field.name === column.name))
      continue;
    insertField(session.database, now, column);
    structureChanged(session);
  }
}
