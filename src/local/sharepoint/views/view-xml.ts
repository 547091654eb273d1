import { isLibrary, type List } from "../store/list.ts";
import type { View } from "../store/views.ts";
import { writeElement } from "../xml/xml-tree.ts";

const scopeNames = ["", "Recursive", "RecursiveAll", "FilesOnly"] as const;

/** The page of a view, from the server's root. */
export function viewPath(list: List, { title, settings }: View): string {
  const folder = isLibrary(list) ? `${list.root}/Forms` : list.root;
  const leaf = settings.leaf ?? title;
  return `${folder}/${leaf.replaceAll(/["*:<>?/\\|#%]/g, "")}.aspx`;
}

/** A view as `ListViewXml` answers it, and as it can be queried with. */
export function viewXml(list: List, view: View): string {
  const { settings } = view;
  const parts = [
    `<Query>${settings.query}</Query>`.replace("<Query></Query>", "<Query />"),
    fieldsXml(view),
    limitXml(view),
    aggregationsXml(view),
    `<ViewType2>NONE</ViewType2>`,
    `<Toolbar Type="Standard" />`,
  ];
  return writeElement("View", attributesOf(list, view), parts.join(""));
}

/** The same as `HtmlSchemaXml` answers it. */
export function viewSchemaXml(list: List, view: View): string {
  const query = view.settings.query === "" ? "<Query />" : `<Query>${view.settings.query}</Query>`;
  const parts = [`<ViewType2>NONE</ViewType2>`, fieldsXml(view), query, limitXml(view)];
  return writeElement("View", attributesOf(list, view), parts.join(""));
}

/** What stands inside `<ViewFields>`. */
export function fieldRefsXml({ settings }: View): string {
  return settings.fields.map((name) => writeElement("FieldRef", { Name: name })).join("");
}

function fieldsXml(view: View): string {
  return view.settings.fields.length === 0
    ? "<ViewFields />"
    : `<ViewFields>${fieldRefsXml(view)}</ViewFields>`;
}

function limitXml({ settings }: View): string {
  return `<RowLimit Paged="${flag(settings.paged)}">${settings.rowLimit}</RowLimit>`;
}

function aggregationsXml({ settings }: View): string {
  if (settings.aggregations === null || settings.aggregations === "") return "";
  const value = settings.aggregationsStatus ?? "Off";
  return `<Aggregations Value="${value === "On" ? "On" : "Off"}">${settings.aggregations}</Aggregations>`;
}

function attributesOf(list: List, view: View): Record<string, string | undefined> {
  const { settings } = view;
  return {
    Type: settings.viewType,
    Url: viewPath(list, view),
    Personal: flag(settings.personal),
    DisplayName: view.title,
    DefaultView: flag(settings.isDefault),
    Name: `{${view.id.toUpperCase()}}`,
    Scope: scopeNames[settings.scope] || undefined,
  };
}

function flag(value: boolean): string {
  return value ? "TRUE" : "FALSE";
}
