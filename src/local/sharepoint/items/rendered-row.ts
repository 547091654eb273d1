import { camlField } from "../caml/filter-from-caml.ts";
import { isLookup, isMany, isPerson } from "../fields/field-types.ts";
import { propertyName, type Field } from "../fields/field.ts";
import type { Json, JsonObject } from "../json.ts";
import { Complex, type Value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import { ownTypeId } from "../store/content-types.ts";
import type { List } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import { number, text, type Row } from "../store/row.ts";
import { readValue } from "./read-value.ts";
import { plainText, shownReferences, textValue } from "./text-value.ts";

/** Columns that a view shows and that hold nothing of their own. */
const decorations = new Set(["DocIcon", "Edit", "SelectTitle"]);

/** What every row tells, whichever columns were asked for. */
const requiredFields = ["ID", "FSObjType", "UniqueId", "ContentTypeId", "FileRef", "FileLeafRef"];

/** The columns that a row needs to be read with. */
export function fieldsOfView(list: List, names: readonly string[]): Field[] {
  const shown = names.filter((name) => !decorations.has(name));
  return [...new Set([...requiredFields, ...shown].map((name) => camlField(list, name)))];
}

/** A shape that reads those columns. */
export function shapeOfFields(fields: readonly Field[]) {
  return { select: fields.map((field) => propertyName(field)), expand: new Map<never, never>() };
}

/** One row as `RenderListDataAsStream` writes it: texts for people, with the value itself beside as `Name.`. */
export function renderedRow(
  session: Session,
  list: List,
  row: Row,
  names: readonly string[],
): JsonObject {
  const rendered: Record<string, Json> = {
    ID: String(number(row, "id")),
    PermMask: `0x${session.access.rights(number(row, "scope")).toString(16)}`,
    FSObjType: String(number(row, "kind")),
    UniqueId: `{${text(row, "uid").toUpperCase()}}`,
    ContentTypeId: ownTypeId(list, text(row, "contenttypeid")),
    FileRef: `${text(row, "dir")}/${text(row, "leaf")}`,
    "FileRef.urlencode": encodeURIComponent(`${text(row, "dir")}/${text(row, "leaf")}`),
    FileLeafRef: text(row, "leaf"),
    File_x0020_Type: fileType(row),
    "HTML_x0020_File_x0020_Type.File_x0020_Type.mapico": "icgen.gif",
    ItemChildCount: "0",
    FolderChildCount: "0",
    SMTotalSize: "0",
  };
  for (const name of names) {
    if (decorations.has(name)) rendered[name] = "";
    else if (!Object.hasOwn(rendered, name))
      Object.assign(rendered, renderedValue(session, name, camlField(list, name), row));
  }
  return rendered;
}

function fileType(row: Row): string {
  const leaf = text(row, "leaf");
  const dot = leaf.lastIndexOf(".");
  return number(row, "kind") === 1 || dot < 0 ? "" : leaf.slice(dot + 1);
}

function renderedValue(session: Session, name: string, field: Field, row: Row): JsonObject {
  if (isPerson(field.type)) return { [name]: renderedPeople(session, field, row) };
  if (isLookup(field.type)) return { [name]: renderedLookups(session, field, row) };
  const value = readValue(field, row);
  if (isMany(field.type)) return { [name]: textsOf(value) };
  if (value instanceof Complex)
    return {
      [name]: plainText(value.value["Url"]),
      [`${name}.desc`]: plainText(value.value["Description"]),
    };
  return { [name]: textValue(session, field, row), ...besides(name, field, value) };
}

/** The value itself, beside what is shown of it. */
function besides(name: string, field: Field, value: Value): JsonObject {
  if (typeof value === "boolean") return { [`${name}.value`]: value ? "1" : "0" };
  if (field.type === "DateTime") return { [`${name}.`]: plainText(value) };
  const isCount = field.type === "Counter" || field.type === "Integer";
  return typeof value === "number" && !isCount ? { [`${name}.`]: value.toFixed(14) } : {};
}

function textsOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value.map((entry) => plainText(entry)) : [];
}

function renderedPeople(session: Session, field: Field, row: Row): Json {
  const people = shownReferences(session, field, row).map(({ id, shown }) => {
    const email = principalById(session.database, id)?.email ?? "";
    return { id: String(id), title: shown, email, sip: email, picture: "" };
  });
  return people.length === 0 && !isMany(field.type) ? "" : people;
}

function renderedLookups(session: Session, field: Field, row: Row): Json {
  const found = shownReferences(session, field, row).map(({ id, shown }) => ({
    lookupId: id,
    lookupValue: shown,
    isSecretFieldValue: false,
  }));
  return found.length === 0 && !isMany(field.type) ? "" : found;
}
