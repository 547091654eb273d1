import { entityName } from "../fields/field.ts";
import { readIds, readValue } from "../items/read-value.ts";
import { textValue } from "../items/text-value.ts";
import { isReference } from "../query/columns.ts";
import type { Entity, Value } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { escapeXml } from "../xml/xml-tree.ts";

export type ValuesFor = "AsText" | "AsHtml" | "ForEdit";

/** Every field of an item as a text: for people, for a page, or for an editor. */
export function fieldValuesEntity(
  session: Session,
  list: List,
  row: Row,
  wanted: ValuesFor,
): Entity {
  const properties: Record<string, Value> = {};
  for (const field of list.fields) {
    const name = entityName(field).replaceAll("_", "_x005f_").replace("OData_x005f_", "OData_");
    const shown = textValue(session, field, row);
    if (wanted === "AsText") properties[name] = shown;
    else if (wanted === "AsHtml") properties[name] = escapeXml(shown);
    else if (isReference(field)) properties[name] = readIds(field, row).join(";#");
    else
      properties[name] = field.type === "DateTime" ? shown : editText(readValue(field, row), shown);
  }
  return {
    type: "SP.FieldStringValues",
    path: `Web/Lists(guid'${list.id}')/Items(${number(row, "id")})/FieldValues${wanted}`,
    properties,
  };
}

function editText(value: Value, shown: string): string {
  if (typeof value === "boolean") return value ? "1" : "0";
  return typeof value === "number" ? String(value) : shown;
}
