import { propertyMissing } from "../errors.ts";
import type { Json, JsonObject } from "../json.ts";
import { Complex, type Entity, type Linked, type Value } from "./entity.ts";
import { noShape, type Shape } from "./query.ts";

export type Metadata = "minimal" | "none" | "verbose";

/** Writes one entity with what the shape asks for. `asked` is the absolute address of `_api` in the web that was asked. */
export function writeEntity(
  given: Entity,
  shape: Shape,
  metadata: Metadata,
  asked: string,
  inside = false,
): JsonObject {
  const entity = given.shaped ? given.shaped(shape) : given;
  const api = entity.api ?? asked;
  const body: Record<string, Json> = describe(entity, metadata, api);
  if (metadata === "verbose") defer(body, entity, shape, api);
  if (entity.projected) writeAll(body, entity.properties, metadata);
  else writeChosen(body, entity, inside ? known(entity, shape) : shape, metadata);
  const expanded = entity.projected ?? expandedLinks(entity.links ?? {}, shape);
  if (expanded.size > 0) writeExpanded(body, entity, expanded, shape, metadata, api);
  return body;
}

/** Properties that are selected; those that are expanded as if they led somewhere are answered, too. */
function writeChosen(
  body: Record<string, Json>,
  entity: Entity,
  shape: Shape,
  metadata: Metadata,
): void {
  for (const [name, value] of chosen(entity, shape)) body[name] = writeValue(value, metadata);
  for (const asked of shape.expand.keys()) {
    if (findName(entity.links ?? {}, asked) !== undefined) continue;
    for (const [name, value] of readProperty(entity, asked))
      body[name] = writeValue(value, metadata);
  }
}

function writeExpanded(
  body: Record<string, Json>,
  entity: Entity,
  expanded: ReadonlyMap<string, Linked>,
  shape: Shape,
  metadata: Metadata,
  api: string,
): void {
  for (const [name, linked] of expanded) {
    const inner = shape.expand.get(name) ?? noShape;
    if (metadata === "minimal") body[`${name}@odata.navigationLinkUrl`] = `${entity.path}/${name}`;
    if (linked !== null) body[name] = writeLinked(linked, inner, metadata, api);
    else if (metadata === "verbose")
      body[name] = { __deferred: { uri: `${api}/${entity.path}/${name}` } };
  }
}

/** Whoever projected it has chosen already; a page of items is mostly this loop. */
function writeAll(
  body: Record<string, Json>,
  properties: Entity["properties"],
  metadata: Metadata,
): void {
  for (const name of Object.keys(properties))
    body[name] = writeValue(properties[name] ?? null, metadata);
}

export function writeValue(value: Value, metadata: Metadata): Json {
  if (value instanceof Complex) {
    const content: Record<string, Json> =
      metadata === "verbose" ? { __metadata: { type: value.type } } : {};
    for (const [name, inner] of Object.entries(value.value))
      content[name] = writeValue(inner, metadata);
    return content;
  }
  if (!isList(value)) return value;
  const results = value.map((inner) => writeValue(inner, metadata));
  if (metadata !== "verbose") return results;
  return { __metadata: { type: `Collection(${typeOf(value[0] ?? null)})` }, results };
}

function typeOf(value: Value): string {
  if (value instanceof Complex) return value.type;
  return typeof value === "number" ? "Edm.Int32" : "Edm.String";
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function writeLinked(linked: Linked, shape: Shape, metadata: Metadata, api: string): Json {
  if (linked === null) return null;
  if (!isEntities(linked)) return writeEntity(linked, shape, metadata, api, true);
  const results = linked.map((entity) => writeEntity(entity, shape, metadata, api, true));
  return metadata === "verbose" ? { results } : results;
}

function isEntities(linked: Linked): linked is readonly Entity[] {
  return Array.isArray(linked);
}

function describe(entity: Entity, metadata: Metadata, api: string): Record<string, Json> {
  if (metadata === "none") return {};
  const address = `${api}/${entity.path}`;
  const { type, id = address, etag, unaddressed = false } = entity;
  if (metadata === "minimal")
    return {
      "odata.type": type,
      "odata.id": id,
      ...(etag === undefined ? {} : { "odata.etag": etag }),
      ...(unaddressed ? {} : { "odata.editLink": entity.path }),
    };
  const uri = unaddressed ? {} : { uri: address };
  return { __metadata: { id, ...uri, ...(etag === undefined ? {} : { etag }), type } };
}

function defer(body: Record<string, Json>, entity: Entity, shape: Shape, api: string): void {
  const wanted = new Set(shape.select);
  for (const name of Object.keys(entity.links ?? {})) {
    if (wanted.size > 0 && !wanted.has(name) && !wanted.has("*")) continue;
    body[name] = { __deferred: { uri: `${api}/${entity.path}/${name}` } };
  }
}

function expandedLinks(
  links: Readonly<Record<string, () => Linked>>,
  shape: Shape,
): Map<string, Linked> {
  const expanded = new Map<string, Linked>();
  for (const asked of shape.expand.keys()) {
    const name = findName(links, asked);
    if (name !== undefined) expanded.set(name, links[name]?.() ?? null);
  }
  return expanded;
}

/** Of what is opened on the way, SharePoint passes over the names that it does not know. */
function known(entity: Entity, shape: Shape): Shape {
  const { properties, lazy = {}, onRequest = {}, links = {} } = entity;
  const all = [properties, lazy, onRequest, links];
  const select = shape.select.filter(
    (name) => name === "*" || all.some((record) => findName(record, name) !== undefined),
  );
  return { select: select.length > 0 ? select : shape.select, expand: shape.expand };
}

function chosen(entity: Entity, shape: Shape): [string, Value][] {
  const names = shape.select.filter((name) => !name.includes("/") && !isExpanded(shape, name));
  if (names.length === 0 && shape.select.length > 0) return [];
  if (names.length === 0) return usual(entity);
  return names.flatMap((name) => (name === "*" ? usual(entity) : readProperty(entity, name)));
}

function usual({ properties, lazy = {} }: Entity): [string, Value][] {
  const late = Object.entries(lazy).map(([name, read]): [string, Value] => [name, read()]);
  return [...Object.entries(properties), ...late];
}

function isExpanded(shape: Shape, name: string): boolean {
  return shape.expand.has(name);
}

/** The property by name, whatever its case; links only stand for themselves. Throws 400 for unknown names. */
export function readProperty(entity: Entity, asked: string): [string, Value][] {
  const plain = findName(entity.properties, asked);
  if (plain !== undefined) return [[plain, entity.properties[plain] ?? null]];
  const late = readLate(entity.lazy, asked) ?? readLate(entity.onRequest, asked);
  if (late) return [late];
  if (findName(entity.links ?? {}, asked) !== undefined) return [];
  throw propertyMissing(asked);
}

function readLate(late: Entity["lazy"], asked: string): [string, Value] | undefined {
  const name = findName(late ?? {}, asked);
  return name === undefined ? undefined : [name, late?.[name]?.() ?? null];
}

/** Entity properties answer in any case, as addresses do. */
export function findName(record: Readonly<Record<string, unknown>>, asked: string) {
  if (Object.hasOwn(record, asked)) return asked;
  const lower = asked.toLowerCase();
  return Object.keys(record).find((name) => name.toLowerCase() === lower);
}
