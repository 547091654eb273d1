import { readCamlQuery, readFieldRefs, readRowLimit, readScope } from "../caml/caml-view.ts";
import { camlInvalid } from "../caml/caml-errors.ts";
import type { ViewSettings } from "../store/views.ts";
import { child, parseXml, writeXml, type XmlElement } from "../xml/xml-tree.ts";

const scopeNumbers = { "": 0, Recursive: 1, RecursiveAll: 2, FilesOnly: 3 } as const;

/** Reads what `SetViewXml` sends: what is not said goes back to nothing. Throws 500 for what is no view. */
export function settingsFromViewXml(xml: string): Partial<ViewSettings> {
  const view = parseXml(xml);
  if (view?.name !== "View") throw camlInvalid();
  const limit = child(view, "RowLimit");
  const fields = child(view, "ViewFields");
  return {
    query: contentOf(child(view, "Query")),
    rowLimit: readRowLimit(limit) ?? 30,
    paged: /^true$/i.test(limit?.attributes["Paged"] ?? ""),
    scope: scopeNumbers[readScope(view.attributes["Scope"] ?? "")],
    ...(fields === undefined ? {} : { fields: readFieldRefs(fields) }),
  };
}

/** Takes the content of a `<Query>` after reading it. Throws 500 for what is none. */
export function checkedQuery(text: string): string {
  const query = parseXml(`<Query>${text}</Query>`);
  if (!query) throw camlInvalid();
  return contentOf(query);
}

/** A query is kept as it was sent. */
function contentOf(query: XmlElement | undefined): string {
  if (query === undefined) return "";
  readCamlQuery(query);
  return query.children.map(writeXml).join("");
}
