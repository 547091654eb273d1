import { z } from "zod";
import { readCamlView } from "../caml/caml-view.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { textArgument, type Segment } from "../odata/address.ts";
import { value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { viewsOf, type View } from "../store/views.ts";
import { viewXml } from "../views/view-xml.ts";
import { jsonAnswer } from "./json-answer.ts";
import { listData } from "./list-data.ts";
import { asked as askedInAddress } from "./list-data-address.ts";
import { checkedOptions, partsOfPage, wantsRowsAlone } from "./list-data-options.ts";
import type { Resource } from "./resource.ts";

const text = z.string().nullish();
const flag = z.boolean().nullish();
const parameters = z.looseObject({
  ViewXml: text,
  OverrideViewXml: text,
  Paging: text,
  FolderServerRelativeUrl: text,
  AddAllFields: flag,
  AddAllViewFields: flag,
  ExpandGroups: flag,
  RenderOptions: z.number().int().nonnegative().nullish(),
});

/** `RenderListDataAsStream`: rows as the pages of SharePoint read them. */
export function listDataStream(session: Session, list: List): Resource {
  return { post: (request) => stream(session, list, request) };
}

/** `RenderListData(@viewXml)`: the same rows, as a text within the answer. */
export function listDataText(session: Session, list: List, segment: Segment): Resource {
  return {
    post: () => {
      const view = readCamlView(textArgument(segment, "viewxml"));
      const data = listData(session, list, view, { folder: list.root, everything: false });
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
  const { view, folder } = askedInAddress(
    request.query,
    readCamlView(asked.OverrideViewXml || asked.ViewXml || own),
  );
  const data = () =>
    listData(session, list, view, {
      folder: folder ?? asked.FolderServerRelativeUrl ?? list.root,
      everything: asked.AddAllFields === true,
      ...(asked.Paging ? { paging: asked.Paging } : {}),
      ...(chosen ? { viewId: chosen.id } : {}),
      expandGroups: asked.ExpandGroups === true,
    });
  if (wantsRowsAlone(wanted)) return jsonAnswer(data());
  return jsonAnswer(partsOfPage(session, list, { view, chosen, wanted, data }));
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
