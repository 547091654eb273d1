import { asSeen } from "../files/checked-out.ts";
import { isLookup, isPerson } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import { Complex, type Value } from "../odata/entity.ts";
import { mayView, viewColumns } from "../permissions/own-items.ts";
import { columnSql, findField } from "../query/columns.ts";
import type { Session } from "../session.ts";
import { tableOf } from "../store/list.ts";
import { principalById } from "../store/principals.ts";
import type { Row } from "../store/row.ts";
import { readIds, readValue } from "./read-value.ts";

/** What a field of this row shows to people, in the site's locale (American, UTC). */
export function textValue(session: Session, field: Field, row: Row): string {
  if (isPerson(field.type) || isLookup(field.type))
    return shownReferences(session, field, row)
      .map(({ shown }) => shown)
      .join("; ");
  const value = readValue(field, row);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  if (typeof value === "number") return numberText(field, value);
  if (field.type === "DateTime" && typeof value === "string") return dateText(field, value);
  return plainText(value);
}

/** A value as text; what is made of parts is told part by part. */
export function plainText(value: Value | undefined): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Complex)
    return `${plainText(value.value["Url"])}, ${plainText(value.value["Description"])}`;
  if (typeof value === "object") return value.map((entry) => plainText(entry)).join(", ");
  return String(value);
}

export interface ShownReference {
  readonly id: number;
  readonly shown: string;
}

/** The people or items that a field points at, with what is shown of them; hidden ones are left out. */
export function shownReferences(session: Session, field: Field, row: Row): ShownReference[] {
  return readIds(field, row).flatMap((id) => {
    if (isPerson(field.type)) {
      const person = principalById(session.database, id);
      return person ? [{ id, shown: person.title }] : [];
    }
    return shownItem(session, field, id);
  });
}

function shownItem(session: Session, field: Field, id: number): ShownReference[] {
  const target = session.catalogue.byId(field.settings.lookupList ?? "");
  if (!target) return [];
  const shown = findField(target, field.settings.showField).field;
  const row = session.database.one(
    `SELECT ${viewColumns}, ${columnSql(shown.storedIn)} AS ${shown.storedIn} FROM ${tableOf(target)} AS item WHERE item.id = ?`,
    id,
  );
  return row && mayView(session, target, row)
    ? [{ id, shown: plainText(readValue(shown, asSeen(session, target, row))) }]
    : [];
}

function numberText(field: Field, value: number): string {
  if (field.type === "Counter" || field.type === "Integer") return String(value);
  const { percentage, decimals } = field.settings;
  const digits =
    decimals === null || decimals < 0
      ? { maximumFractionDigits: 10 }
      : { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  if (field.type === "Currency")
    return value.toLocaleString("en-US", { style: "currency", currency: "USD" });
  return percentage
    ? `${(value * 100).toLocaleString("en-US", digits)}%`
    : value.toLocaleString("en-US", digits);
}

function dateText(field: Field, instant: string): string {
  const date = new Date(instant);
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`;
  if (field.settings.dateOnly) return day;
  const hour = date.getUTCHours() % 12 || 12;
  const minute = String(date.getUTCMinutes()).padStart(2, "0");
  return `${day} ${hour}:${minute} ${date.getUTCHours() < 12 ? "AM" : "PM"}`;
}
