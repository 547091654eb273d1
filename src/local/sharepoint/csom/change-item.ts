import { itemMissing, listIdMissing, refused } from "../errors.ts";
import { isPerson } from "../fields/field-types.ts";
import type { Json } from "../json.ts";
import { giveType } from "../items/item-type.ts";
import { valuesFromForm } from "../items/values-from-form.ts";
import { valuesFromJson } from "../items/values-from-json.ts";
import { updateItem } from "../items/write-item.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { isReference } from "../query/columns.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import { fieldByName, type List } from "../store/list.ts";
import type { Parameter } from "./read-request.ts";

/** What was set on an item, by the internal names of its columns. */
export type FieldValues = ReadonlyMap<string, Parameter>;

const ofItem = /^Web\/Lists\(guid'([^']+)'\)\/Items\((\d+)\)$/i;

/** The list and id that an item's address names; undefined for the address of anything else. */
export function itemAddress(address: string): { list: string; id: number } | undefined {
  const [, list, id] = ofItem.exec(address) ?? [];
  return list === undefined ? undefined : { list, id: Number(id) };
}

/**
 * Writes what was set on an item. As texts are read by forms, so are they here; people and lookups are meant by id.
 * A change by the system makes no version. Throws 400 for a value that does not fit.
 */
export function changeItem(
  session: Session,
  place: { readonly list: string; readonly id: number },
  values: FieldValues,
  system: boolean,
): void {
  const list = session.catalogue.byId(place.list.toLowerCase());
  if (!list || !mayViewList(session, list)) throw listIdMissing();
  const row = itemRow(session, list, place.id);
  if (!row) throw itemMissing();
  requireWrite(session, list, row, right.editListItems);
  const byId = [...values].filter(([name, value]) => isId(list, name, value));
  const typed = [...values].filter(([name, value]) => !isId(list, name, value));
  const form = valuesFromForm(
    session,
    list,
    typed.map(([FieldName, value]) => ({ FieldName, FieldValue: textOf(value) })),
    system,
  );
  const wrong = form.results.find(({ error }) => error);
  if (wrong?.error) throw refused(`${wrong.name}: ${wrong.error.message}`);
  const ids = Object.fromEntries(byId.map(([name, value]) => [`${name}Id`, idsOf(value)]));
  updateItem(session, list, row, {
    values: new Map([...valuesFromJson(session, list, ids), ...form.values]),
    system,
  });
  giveType(session, list, row, form.type);
}

function isId(list: List, name: string, value: Parameter): boolean {
  const field = fieldByName(list, name);
  if (!field || !isReference(field)) return false;
  if (value.kind !== "plain") return true;
  return (
    typeof value.value === "number" || (isPerson(field.type) && /^\d+(?:;#|$)/.test(textOf(value)))
  );
}

function idsOf(value: Parameter): Json {
  if (value.kind === "list") return value.entries.map(idsOf);
  if (value.kind === "object") return idsOf(value.properties.get("LookupId") ?? none);
  return Number.parseInt(textOf(value), 10);
}

const none: Parameter = { kind: "plain", value: null };

function textOf(value: Parameter): string {
  if (value.kind !== "plain" || value.value === null) return "";
  if (typeof value.value === "boolean") return value.value ? "1" : "0";
  return typeof value.value === "string" ? value.value : String(value.value);
}
