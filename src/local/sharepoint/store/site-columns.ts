import { randomUUID } from "node:crypto";
import { z } from "zod";
import { builtInFields } from "../fields/built-in-fields.ts";
import { knownType } from "../fields/field-types.ts";
import { stockColumns } from "../fields/stock-columns.ts";
import { fieldSettings, type Field, type NewField } from "../fields/field.ts";
import type { Database } from "./database.ts";
import { json, text } from "./row.ts";

const kept = z.object({
  name: z.string(),
  title: z.string(),
  type: z.string(),
  indexed: z.boolean(),
  unique: z.boolean(),
  settings: fieldSettings,
});

/** Columns of the site: those of every list from its first day, those that every site offers, and what was added. */
export function siteColumns(database: Database): Field[] {
  const builtIn = builtInFields(100).map((field, position) => ({ ...field, position }));
  const added = database.all("SELECT * FROM site_columns ORDER BY rowid").map((row, index) => {
    const content = kept.parse(json(row, "content"));
    return {
      ...content,
      type: knownType(content.type),
      id: text(row, "id"),
      storedIn: "",
      position: 1000 + index,
      builtIn: false,
    };
  });
  const stock = stockColumns.map((column, index) => ({
    ...column,
    id: column.id ?? "",
    storedIn: "",
    position: 500 + index,
    builtIn: true,
  }));
  return [...builtIn, ...stock, ...added];
}

export function insertSiteColumn(database: Database, field: NewField): string {
  const id = field.id ?? randomUUID();
  database.run("INSERT INTO site_columns (id, content) VALUES (?, ?)", id, contentOf(field));
  return id;
}

export function updateSiteColumn(database: Database, field: Field): void {
  database.run("UPDATE site_columns SET content = ? WHERE id = ?", contentOf(field), field.id);
}

export function deleteSiteColumn(database: Database, { id }: Field): void {
  database.run("DELETE FROM site_columns WHERE id = ?", id);
}

function contentOf(field: NewField): string {
  return JSON.stringify(kept.parse(field));
}
