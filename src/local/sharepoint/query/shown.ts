import { propertyMissing } from "../errors.ts";
import { isLookup, isPerson } from "../fields/field-types.ts";
import type { Field } from "../fields/field.ts";
import type { List } from "../store/list.ts";
import { columnSql, findField } from "./columns.ts";
import type { Shows } from "./order.ts";
import type { Condition } from "./condition.ts";

/** What people and lookups show, as `target` of a subquery; items that the caller may not see show nothing. */
export function showing(
  byId: (id: string) => List | undefined,
  trim: (list: List) => readonly Condition[],
  table: (list: List) => Condition,
): Shows {
  return (field: Field, name?: string) => {
    const column = columnSql(field.storedIn);
    if (isPerson(field.type)) {
      const of = personColumn(field, name ?? "Title");
      return { sql: `(SELECT ${of} FROM principals WHERE id = ${column})`, parameters: [] };
    }
    if (!isLookup(field.type)) return undefined;
    const target = byId(field.settings.lookupList ?? "");
    if (!target) return undefined;
    const shown = columnSql(
      findField(target, name ?? field.settings.showField).field.storedIn,
      "target",
    );
    const conditions = trim(target);
    const from = table(target);
    const where = [`target.id = ${column}`, ...conditions.map(({ sql }) => sql)].join(" AND ");
    return {
      sql: `(SELECT ${shown} FROM ${from.sql} AS target WHERE ${where})`,
      parameters: [from, ...conditions].flatMap(({ parameters }) => parameters),
    };
  };
}

const personColumns: ReadonlyMap<string, string> = new Map([
  ["title", "title"],
  ["email", "email"],
  ["name", "login"],
  ["username", "email"],
]);

/** The column of people that a property of theirs is kept in. Throws 400 for others. */
export function personColumn(field: Field, name: string): string {
  const column = personColumns.get(name.toLowerCase());
  if (column === undefined) throw propertyMissing(`${field.name}/${name}`);
  return column;
}
