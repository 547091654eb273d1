import { z } from "zod";
import { readCamlView, type CamlView } from "../caml/caml-view.ts";
import { camlUnsupported } from "../caml/caml-errors.ts";
import { queryByCaml } from "../caml/query-by-caml.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { fieldsOfView, renderedRow, shapeOfFields } from "../items/rendered-row.ts";
import { project } from "../items/projection.ts";
import type { Json, JsonObject } from "../json.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { viewsOf, type View } from "../store/views.ts";
import { viewXml } from "../views/view-xml.ts";
import { existingFolder } from "./existing-folder.ts";
import { jsonAnswer } from "./json-answer.ts";
import type { Resource } from "./resource.ts";

const text = z.string().nullish();
const parameters = z.looseObject({
  ViewXml: text,
  OverrideViewXml: text,
  Paging: text,
  FolderServerRelativeUrl: text,
  AddAllFields: z.boolean().nullish(),
  AddAllViewFields: z.boolean().nullish(),
  RenderOptions: z.number().int().nullish(),
});

const renderOption = { listData: 2, listSchema: 4, disableAutoHyperlink: 2048 } as const;
const defaultRows = 30;

/** `RenderListDataAsStream`: rows as the pages of SharePoint read them. */
export function listDataStream(session: Session, list: List): Resource {
  return { post: (request) => stream(session, list, request) };
}

/** `RenderListData(@viewXml)`: the same rows, as a text within the answer. */
export function listDataText(session: Session, list: List, segment: Segment): Resource {
  return {
    post: () => {
      const view = readCamlView(textArgument(segment, "viewxml"));
      const asked = { folder: list.root, paging: undefined, everything: false, viewId: undefined };
      const data = listData(session, list, view, asked);
      return value("RenderListData", "Edm.String", JSON.stringify(data));
    },
  };
}

function stream(session: Session, list: List, request: ApiRequest): Answer {
  const body = parseBody(z.looseObject({ parameters: parameters.default({}) }), request);
  const { RenderOptions: options, ...asked } = body.parameters;
  const wanted = checkedOptions(options ?? 0);
  const chosen = chooseView(session, list, request);
  const own = chosen ? viewXml(list, chosen) : "";
  const view = readCamlView(asked.OverrideViewXml || asked.ViewXml || own);
  const data = listData(session, list, view, {
    folder: asked.FolderServerRelativeUrl ?? list.root,
    paging: asked.Paging ?? undefined,
    everything: asked.AddAllFields === true,
    viewId: chosen?.id,
  });
  if ((wanted & renderOption.listSchema) === 0) return jsonAnswer(data);
  return jsonAnswer({ ListData: data, ListSchema: listSchema(list, view) });
}

/** Throws 501 for parts of a page that this service does not make. */
function checkedOptions(options: number): number {
  const { listData: data, listSchema: schema, disableAutoHyperlink } = renderOption;
  const unknown = options & ~(data | schema | disableAutoHyperlink);
  if (unknown !== 0) throw camlUnsupported(`the RenderOptions ${unknown}`);
  return options;
}

/** The view named in the address, else the default one. */
function chooseView({ database }: Session, list: List, { query }: ApiRequest): View | undefined {
  const views = viewsOf(database, list);
  const id = query.parameters.get("view")?.replaceAll(/[{}']/g, "").toLowerCase();
  return (
    views.find((view) => view.id === id) ??
    views.find(({ settings }) => settings.isDefault) ??
    views[0]
  );
}

interface Asked {
  readonly folder: string;
  readonly paging: string | undefined;
  readonly everything: boolean;
  readonly viewId: string | undefined;
}

function listData(session: Session, list: List, view: CamlView, asked: Asked): JsonObject {
  const names = columnsOf(list, view, asked.everything);
  const fields = fieldsOfView(list, names);
  const paging = asked.paging?.replace(/^\?/, "");
  const limit = view.rowLimit ?? defaultRows;
  const folder = existingFolder(session, list, asked.folder);
  const { rows, next } = queryByCaml(
    session,
    list,
    { view: { ...view, rowLimit: limit }, folder, paging },
    project(list, shapeOfFields(fields)),
  );
  const first = Number(new URLSearchParams(paging ?? "").get("PageFirstRow") ?? 1) || 1;
  const last = first + rows.length - 1;
  return {
    Row: rows.map((row) => renderedRow(session, list, row, names)),
    FirstRow: first,
    FolderPermissions: `0x${session.access.rights(list.scope).toString(16)}`,
    LastRow: last,
    RowLimit: limit,
    ...(next === undefined
      ? {}
      : { NextHref: `?${next}&PageFirstRow=${last + 1}&View=${asked.viewId ?? ""}` }),
    FilterLink: "?",
    ForceNoHierarchy: "1",
    HierarchyHasIndention: "",
    CurrentFolderSpItemUrl: "",
  };
}

function columnsOf(list: List, view: CamlView, everything: boolean): readonly string[] {
  if (!everything && view.fields !== undefined) return view.fields;
  const shown = list.fields.filter(({ settings }) => !settings.hidden).map(({ name }) => name);
  return everything ? [...new Set([...(view.fields ?? []), ...shown])] : ["Title"];
}

function listSchema(list: List, view: CamlView): JsonObject {
  const fields = fieldsOfView(list, columnsOf(list, view, false));
  const described: Json = fields.map((field) => ({
    Name: field.name,
    RealFieldName: field.name,
    DisplayName: field.title,
    ID: field.id,
    FieldType: field.type,
    Type: field.type,
    ReadOnly: field.settings.readOnly ? "TRUE" : "FALSE",
    Filterable: field.type === "Note" ? "FALSE" : "TRUE",
    Sortable: field.type === "Note" ? "FALSE" : "TRUE",
  }));
  return { Field: described };
}
