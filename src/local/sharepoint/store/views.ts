import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Database } from "./database.ts";
import type { List } from "./list.ts";
import { isLibraryTemplate } from "./list-templates.ts";
import { json, text, type Row } from "./row.ts";
import { templateViews } from "./template-views.ts";

/** How a view chooses and shows items. XML is kept as it was given, after it was read once. */
export const viewSettings = z.object({
  /** What stands inside `<Query>`. */
  query: z.string().default(""),
  fields: z.array(z.string()).default([]),
  rowLimit: z.number().default(30),
  paged: z.boolean().default(true),
  /** SP.ViewScope: default, recursive, recursive all, files only. */
  scope: z.number().default(0),
  isDefault: z.boolean().default(false),
  hidden: z.boolean().default(false),
  personal: z.boolean().default(false),
  /** Whose view a personal one is. */
  owner: z.number().nullable().default(null),
  viewType: z.string().default("HTML"),
  calendarStyles: z.string().nullable().default(null),
  viewData: z.string().nullable().default(null),
  jsLink: z.string().nullable().default(null),
  aggregations: z.string().nullable().default(null),
  aggregationsStatus: z.string().nullable().default(null),
  customFormatter: z.string().nullable().default(null),
  /** The name of its page, where its title has been changed since. */
  leaf: z.string().nullable().default(null),
});
export type ViewSettings = z.infer<typeof viewSettings>;

export interface View {
  readonly id: string;
  readonly title: string;
  readonly settings: ViewSettings;
}

/** The views of a list, in the order they were made. */
export function viewsOf(database: Database, list: Pick<List, "number">): View[] {
  return database
    .all("SELECT * FROM views WHERE list = ? ORDER BY rowid", list.number)
    .map(fromRow);
}

export function insertView(
  database: Database,
  list: Pick<List, "number">,
  title: string,
  settings: ViewSettings,
): View {
  const view = { id: randomUUID(), title, settings };
  database.run(
    "INSERT INTO views (id, list, title, settings) VALUES (?, ?, ?, ?)",
    view.id,
    list.number,
    title,
    JSON.stringify(settings),
  );
  if (settings.isDefault) makeDefault(database, list, view.id);
  return view;
}

export function updateView(
  database: Database,
  list: Pick<List, "number">,
  view: View,
  change: { readonly title?: string; readonly settings?: Partial<ViewSettings> },
): void {
  database.run(
    "UPDATE views SET title = ?, settings = ? WHERE id = ?",
    change.title ?? view.title,
    JSON.stringify({ ...view.settings, ...change.settings }),
    view.id,
  );
  if (change.settings?.isDefault === true) makeDefault(database, list, view.id);
}

export function deleteView(database: Database, view: View): void {
  database.run("DELETE FROM views WHERE id = ?", view.id);
}

/** The views that a list has from its first day. */
export function insertFirstViews(database: Database, number: number, template: number): void {
  const views = templateViews(template, isLibraryTemplate(template));
  for (const [place, { title, leaf, fields, query, type = "HTML" }] of views.entries())
    insertView(
      database,
      { number },
      title,
      viewSettings.parse({
        isDefault: place === 0,
        leaf,
        fields: [...fields],
        query,
        viewType: type,
      }),
    );
}

/** One view alone is the default one. */
function makeDefault(database: Database, list: Pick<List, "number">, id: string): void {
  database.run(
    "UPDATE views SET settings = json_set(settings, '$.isDefault', json('false')) WHERE list = ? AND id <> ?",
    list.number,
    id,
  );
}

function fromRow(row: Row): View {
  return {
    id: text(row, "id"),
    title: text(row, "title"),
    settings: viewSettings.parse(json(row, "settings")),
  };
}
