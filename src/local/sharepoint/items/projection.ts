import { propertyMissing, tooManyLookups } from "../errors.ts";
import { answeredAfter, answeredBefore } from "../fields/built-in-fields.ts";
import { entityName, propertyName, type Field } from "../fields/field.ts";
import type { Shape } from "../odata/query.ts";
import { columnSql, findField, isReference } from "../query/columns.ts";
import { lookupNeedsTarget } from "../query/where.ts";
import { isLibrary, type List } from "../store/list.ts";

/** Which fields items answer with, and which people and lookups are opened. */
export interface Projection {
  readonly fields: readonly { readonly property: string; readonly field: Field }[];
  readonly references: readonly {
    readonly name: string;
    readonly field: Field;
    readonly shape: Shape;
  }[];
  /** Names that are no fields: links and properties that items answer on request. */
  readonly others: readonly string[];
  readonly otherLinks: readonly string[];
  /** Whether the properties that every item has beside its fields are wanted. */
  readonly everything: boolean;
}

const lookupLimit = 12;

/** Other names that $select may ask of an item; the item entity answers them. */
const onRequest = new Set([
  "HasUniqueRoleAssignments",
  "EffectiveBasePermissions",
  "EffectiveBasePermissionsForUI",
  "DisplayName",
  "CommentsDisabled",
  "CommentsDisabledScope",
  "ServerRedirectedEmbedUri",
  "ServerRedirectedEmbedUrl",
]);
const links = new Set([
  "RoleAssignments",
  "FirstUniqueAncestorSecurableObject",
  "ParentList",
  "File",
  "Folder",
  "Versions",
  "Properties",
  "AttachmentFiles",
  "ContentType",
  "FieldValuesAsHtml",
  "FieldValuesAsText",
  "FieldValuesForEdit",
  "LikedByInformation",
]);

const usualOf = new WeakMap<List, Projection>();

/** Works out what a shape means for the items of this list. Throws 400 for unknown names. */
export function project(list: List, shape: Shape): Projection {
  if (shape.select.length > 0 || shape.expand.size > 0) return projectShape(list, shape);
  const known = usualOf.get(list) ?? projectShape(list, shape);
  usualOf.set(list, known);
  return known;
}

/**
 * The part of a shape that the items of this list know. What a query in CAML has found is chosen from afterwards, and
 * names that it does not have are passed over (sppull asks so); a page of items refuses them.
 */
export function knownPart(list: List, { select, expand }: Shape): Shape {
  const isKnown = (name: string) =>
    isPassedOver(name) ||
    onRequest.has(name) ||
    links.has(name) ||
    name.includes("/") ||
    list.fields.some((field) =>
      [field.name, entityName(field), propertyName(field)].includes(name),
    ) ||
    otherNames.has(name);
  const known = select.filter(isKnown);
  return {
    select: known.length > 0 || select.length === 0 ? known : ["Id"],
    expand: new Map([...expand].filter(([name]) => isKnown(name))),
  };
}

const otherNames = new Set(["Id", "FileSystemObjectType"]);

function projectShape(list: List, shape: Shape): Projection {
  const fields = new Map<string, Field>();
  const others = [...shape.expand.keys()].filter((name) => onRequest.has(name));
  const everything = shape.select.length === 0 || shape.select.includes("*");
  if (everything) for (const field of defaultFields(list)) fields.set(propertyName(field), field);
  for (const name of shape.select) {
    if (isPassedOver(name) || shape.expand.has(name)) continue;
    if (onRequest.has(name)) others.push(name);
    else if (links.has(name) && name !== "ContentType") continue;
    else selectField(list, name, fields);
  }
  const references = [...shape.expand].flatMap(([name, inner]) => reference(list, name, inner));
  const otherLinks = [...shape.expand.keys()].filter((name) => links.has(name));
  const projection = {
    fields: [...fields].map(([property, field]) => ({ property, field })),
    references,
    others,
    otherLinks,
    everything,
  };
  refuseManyLookups(projection, everything);
  return projection;
}

/** Metadata is answered whatever is selected; some clients ask for nothing but that. */
function isPassedOver(name: string): boolean {
  return name === "*" || name.startsWith("odata.");
}

/** The columns that a projection needs, as SQL, beside those that every item needs. */
export function projectedColumns(projection: Projection, also: readonly Field[]): string {
  const wanted = new Set(["id", "uid", "etag", "scope", "kind", "dir", "leaf"]);
  const fields = [
    ...projection.fields.map(({ field }) => field),
    ...projection.references.map(({ field }) => field),
    ...also,
  ];
  for (const field of fields) wanted.add(field.storedIn);
  return [...wanted].map((name) => `${columnSql(name)} AS ${name}`).join(", ");
}

function defaultFields(list: List): Field[] {
  const named = (names: readonly string[]) =>
    names.flatMap((name) => list.fields.find((field) => field.name === name) ?? []);
  const added = list.fields.filter(({ builtIn, settings }) => !builtIn && !settings.hidden);
  const after = answeredAfter.filter((name) => !(isLibrary(list) && name === "Attachments"));
  return [...named(answeredBefore), ...added, ...named(after)];
}

function selectField(list: List, name: string, fields: Map<string, Field>): void {
  if (name.includes("/")) throw lookupNeedsTarget(name.split("/")[0] ?? name);
  const { field, byId } = findField(list, name);
  if (isReference(field) && !byId) throw lookupNeedsTarget(name);
  fields.set(byId ? propertyName(field) : name, field);
}

function reference(list: List, name: string, shape: Shape): Projection["references"] {
  if (links.has(name) || onRequest.has(name)) return [];
  const { field, byId } = findField(list, name);
  if (!isReference(field) || byId) throw propertyMissing(name);
  if (shape.select.length === 0) throw lookupNeedsTarget(name);
  return [{ name, field, shape }];
}

function refuseManyLookups(projection: Projection, everything: boolean): void {
  const opened = projection.references.map(({ field }) => field);
  const chosen = everything ? [] : projection.fields.map(({ field }) => field);
  const distinct = new Set([...opened, ...chosen].filter((field) => isReference(field)));
  if (distinct.size > lookupLimit) throw tooManyLookups();
}
