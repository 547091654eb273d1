import type { ApiRequest } from "../http/request.ts";
import type { Segment } from "../odata/address.ts";
import type { Answer, Entity, Linked } from "../odata/entity.ts";
import { findName, readProperty } from "../odata/write-entity.ts";
import { Complex, value } from "../odata/entity.ts";

type Verb = (request: ApiRequest) => Answer;

type Steps = Readonly<Record<string, (segment: Segment) => Resource>>;

/** What an address leads to: what can be asked of it, and where it leads on. */
export interface Resource {
  /** By the next segment's name in lower case. */
  readonly steps?: Steps;
  /** Further steps, made only where the others do not lead on: most calls take the ones that are most taken. */
  readonly more?: readonly (() => Steps)[];
  readonly get?: Verb;
  readonly post?: Verb;
  readonly merge?: Verb;
  readonly put?: Verb;
  readonly delete?: Verb;
  /** Makes properties and links of the entity addressable without a step for each. */
  readonly entity?: () => Entity;
}

/** One thing with an address: answers itself, its properties and its links. */
export function entityResource(
  entity: () => Entity,
  rest: Omit<Resource, "entity" | "get"> & { readonly get?: Verb } = {},
): Resource {
  return { get: () => ({ kind: "entity", entity: entity() }), ...rest, entity };
}

/** Where one more segment leads; undefined where this service knows no such step. */
export function follow(resource: Resource, segment: Segment): Resource | undefined {
  const { steps = {}, more = [] } = resource;
  if (Object.hasOwn(steps, segment.key)) return steps[segment.key]?.(segment);
  for (const make of more) {
    const further = make();
    if (Object.hasOwn(further, segment.key)) return further[segment.key]?.(segment);
  }
  const entity = resource.entity?.();
  return entity && inside(entity, segment.name);
}

/** Links and properties of an entity are addresses, too. */
function inside(entity: Entity, name: string): Resource | undefined {
  const link = findName(entity.links ?? {}, name);
  if (link !== undefined) return linkResource(link, entity.links?.[link]?.() ?? null);
  if (!hasProperty(entity, name)) return undefined;
  return { get: () => propertyAnswer(entity, name) };
}

function hasProperty(entity: Entity, name: string): boolean {
  return (
    findName(entity.properties, name) !== undefined ||
    findName(entity.lazy ?? {}, name) !== undefined ||
    findName(entity.onRequest ?? {}, name) !== undefined
  );
}

function propertyAnswer(entity: Entity, asked: string): Answer {
  const [name, content] = readProperty(entity, asked)[0] ?? [asked, null];
  const type =
    content instanceof Complex ? content.type : `Edm.${typeNames[typeof content] ?? "String"}`;
  return value(name, type, content);
}

const typeNames: Readonly<Record<string, string>> = {
  boolean: "Boolean",
  number: "Int32",
  string: "String",
};

function linkResource(name: string, linked: Linked): Resource {
  if (linked === null) return { get: () => ({ kind: "null", name }) };
  if (!isEntities(linked)) return entityResource(() => linked);
  const set = linked[0]?.type ?? name;
  return { get: () => ({ kind: "collection", set, entities: linked }) };
}

function isEntities(linked: Linked): linked is readonly Entity[] {
  return Array.isArray(linked);
}
