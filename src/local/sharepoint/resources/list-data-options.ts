import type { CamlView } from "../caml/caml-view.ts";
import { camlUnsupported } from "../caml/caml-errors.ts";
import { withProjected } from "../caml/with-projected.ts";
import { viewEntity } from "../entities/view-entity.ts";
import { fieldsOfView } from "../items/rendered-row.ts";
import type { JsonObject } from "../json.ts";
import { writeEntity } from "../odata/write-entity.ts";
import { noShape } from "../odata/query.ts";
import { right } from "../permissions/rights.ts";
import { visibleLists } from "../permissions/visible-lists.ts";
import type { Session } from "../session.ts";
import { listTypes } from "../store/content-types.ts";
import { isLibrary, type List } from "../store/list.ts";
import { viewsOf, type View } from "../store/views.ts";
import { viewPath, viewXml } from "../views/view-xml.ts";
import { columnsOf } from "./list-data.ts";

/** The parts of a page that can be asked for, as SharePoint numbers them. */
const option = {
  contextInfo: 1,
  listData: 2,
  listSchema: 4,
  menuView: 8,
  listContentType: 16,
  fileSystemItemId: 32,
  clientFormSchema: 64,
  quickLaunch: 128,
  spotlight: 256,
  visualization: 512,
  viewMetadata: 1024,
  disableAutoHyperlink: 2048,
  enableMediaUrls: 4096,
  parentInfo: 8192,
} as const;

const known = Object.values(option).reduce((all, one) => all | one, 0);
/**
 * What changes how rows look, or adds to them, and asks for no part of a page. A file system id and addresses of
 * media stand in a row "if possible" (PnP.Core, RenderListDataOptionsFlags); here nothing syncs and nothing plays.
 */
const ofRows = option.fileSystemItemId | option.disableAutoHyperlink | option.enableMediaUrls;

/** Throws 501 for parts of a page that this service does not make. */
export function checkedOptions(options: number): number {
  const unknown = options & ~known;
  if (unknown !== 0) throw camlUnsupported(`the RenderOptions ${unknown}`);
  return options;
}

export function wantsRowsAlone(wanted: number): boolean {
  return (wanted & ~(ofRows | option.listData)) === 0;
}

interface Page {
  readonly view: CamlView;
  readonly chosen: View | undefined;
  readonly wanted: number;
  readonly data: () => JsonObject;
}

/** What was asked for of a page, each part under its own name. */
export function partsOfPage(
  session: Session,
  list: List,
  { view, chosen, wanted, data }: Page,
): JsonObject {
  const has = (one: keyof typeof option) => (wanted & option[one]) !== 0;
  const parts: [boolean, () => JsonObject][] = [
    [has("contextInfo"), () => contextInfo(session, list, chosen)],
    [has("listData") || has("contextInfo"), () => ({ ListData: data() })],
    [has("listSchema"), () => ({ ListSchema: listSchema(list, view) })],
    [has("menuView"), () => ({ Views: menu(session, list) })],
    [has("listContentType"), () => ({ ContentTypes: contentTypes(session, list) })],
    [has("clientFormSchema"), () => ({ ClientForms: clientForms(list) })],
    [has("quickLaunch"), () => ({ QuickLaunch: quickLaunch(session) })],
    [has("spotlight"), () => ({ Spotlight: [] })],
    [has("visualization"), () => ({ Visualization: null })],
    [has("viewMetadata"), () => ({ ViewMetadata: metadataOf(list, chosen) })],
    [has("parentInfo"), () => ({ ParentInfo: { ParentFolderInfo: [] } })],
  ];
  const asked = parts.filter(([isAsked]) => isAsked).map(([, make]) => make());
  return Object.assign({}, ...asked);
}

function contextInfo(
  { access, site, caller }: Session,
  list: List,
  view: View | undefined,
): JsonObject {
  const { settings } = list;
  return {
    wpq: "",
    Templates: {},
    BaseViewID: "1",
    CurrentUserId: caller.id,
    EnableMinorVersions: settings.enableMinorVersions,
    ForceCheckout: settings.forceCheckout,
    HttpRoot: site.url,
    isModerated: settings.enableModeration,
    listBaseType: isLibrary(list) ? 1 : 0,
    listName: `{${list.id.toUpperCase()}}`,
    ListTemplateType: String(list.template),
    listTemplate: String(list.template),
    ListTitle: list.title,
    listUrlDir: list.root,
    rootFolder: list.root,
    AllowCreateFolder: settings.enableFolderCreation,
    canUserCreateColumn: access.can(list.scope, right.manageLists),
    view: view ? `{${view.id.toUpperCase()}}` : "",
    viewTitle: view?.title ?? "",
    WriteSecurity: String(settings.writeSecurity),
  };
}

function listSchema(stored: List, view: CamlView): JsonObject {
  const list = withProjected(stored, view);
  return {
    Field: fieldsOfView(list, columnsOf(list, view, false)).map((field) => ({
      Name: field.name,
      RealFieldName: field.name,
      DisplayName: field.title,
      ID: field.id,
      FieldType: field.type,
      Type: field.type,
      ReadOnly: field.settings.readOnly ? "TRUE" : "FALSE",
      Filterable: field.type === "Note" ? "FALSE" : "TRUE",
      Sortable: field.type === "Note" ? "FALSE" : "TRUE",
    })),
  };
}

function menu({ database }: Session, list: List) {
  return viewsOf(database, list)
    .filter(({ settings }) => !settings.hidden)
    .map((view) => ({ Id: view.id, Title: view.title, Url: viewPath(list, view) }));
}

function contentTypes({ database }: Session, list: List) {
  return listTypes(database, list).map(({ id, name, description }) => ({
    Id: id,
    Name: name,
    Description: description,
  }));
}

/** What a form shows of an item: the columns that people fill in. */
export function clientForms(list: List): JsonObject {
  const fields = list.fields
    .filter(
      ({ settings, builtIn, name }) =>
        !settings.hidden && !settings.readOnly && (!builtIn || name === "Title"),
    )
    .map((field) => ({
      Id: field.id,
      Title: field.title,
      Name: field.name,
      FieldType: field.type,
      Required: field.settings.required,
      ReadOnlyField: field.settings.readOnly,
      Choices: field.settings.choices,
      DefaultValue: field.settings.defaultValue,
      Description: field.settings.description,
    }));
  return { Edit: { Item: fields }, New: { Item: fields } };
}

function quickLaunch(session: Session) {
  return visibleLists(session)
    .filter(({ settings }) => settings.onQuickLaunch && !settings.hidden)
    .map(({ title, root }) => ({ Title: title, Url: root }));
}

function metadataOf(list: List, view: View | undefined): JsonObject {
  if (!view) return {};
  return {
    ...writeEntity(viewEntity(list, view), noShape, "none", ""),
    ViewXml: viewXml(list, view),
  };
}
