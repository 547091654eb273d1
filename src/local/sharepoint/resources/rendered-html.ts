import { readCamlView } from "../caml/caml-view.ts";
import { camlField } from "../caml/filter-from-caml.ts";
import { queryByCaml } from "../caml/query-by-caml.ts";
import { project } from "../items/projection.ts";
import { fieldsOfView, shapeOfFields } from "../items/rendered-row.ts";
import { textValue } from "../items/text-value.ts";
import { value, type Answer } from "../odata/entity.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import type { View } from "../store/views.ts";
import { viewXml } from "../views/view-xml.ts";
import { escapeXml } from "../xml/xml-tree.ts";

/** `RenderAsHtml`: the view's items as a plain table, without the styles and scripts of SharePoint's pages. */
export function renderedHtml(session: Session, list: List, view: View): Answer {
  const names = view.settings.fields.filter((name) => name !== "DocIcon" && name !== "Edit");
  const fields = names.map((name) => camlField(list, name));
  const projection = project(list, shapeOfFields(fieldsOfView(list, names)));
  const { rows } = queryByCaml(
    session,
    list,
    { view: readCamlView(viewXml(list, view)), folder: list.root, paging: undefined },
    projection,
  );
  const head = fields.map(({ title }) => `<th>${escapeXml(title)}</th>`).join("");
  const body = rows.map((row) => {
    const cells = fields.map((field) => `<td>${escapeXml(textValue(session, field, row))}</td>`);
    return `<tr>${cells.join("")}</tr>`;
  });
  return value(
    "RenderAsHtml",
    "Edm.String",
    `<table summary="${escapeXml(list.title)}"><tr>${head}</tr>${body.join("")}</table>`,
  );
}
