import { z } from "zod";
import { readCamlView, type CamlView } from "../caml/caml-view.ts";
import { knownField } from "../caml/filter-from-caml.ts";
import { queryByCaml } from "../caml/query-by-caml.ts";
import { itemEntity } from "../entities/item-entity.ts";
import { argumentInvalid } from "../errors.ts";
import { propertyName } from "../fields/field.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { withProjected } from "../caml/with-projected.ts";
import { itemSetOf } from "../items/entity-type.ts";
import { knownPart, project } from "../items/projection.ts";
import { References } from "../items/references.ts";
import { parseJson } from "../json.ts";
import { hasArguments, textArgument, type Segment } from "../odata/address.ts";
import type { Answer } from "../odata/entity.ts";
import type { Shape } from "../odata/query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { existingFolder } from "./existing-folder.ts";
import type { Resource } from "./resource.ts";

const camlQuery = z.looseObject({
  ViewXml: z.string().nullish(),
  DatesInUtc: z.boolean().nullish(),
  FolderServerRelativeUrl: z.string().nullish(),
  FolderServerRelativePath: z.object({ DecodedUrl: z.string() }).nullish(),
  ListItemCollectionPosition: z.object({ PagingInfo: z.string().nullish() }).nullish(),
});
type CamlQuery = z.infer<typeof camlQuery>;

/** `getitems`: the query stands in the body, or in the address as `getitems(query=@q)`. */
export function itemsByCaml(session: Session, list: List, segment: Segment): Resource {
  const answer = (request: ApiRequest) => {
    const query = hasArguments(segment) ? fromAddress(segment) : fromBody(request);
    return answerQuery(session, list, query, request);
  };
  return { get: answer, post: answer };
}

function fromBody(request: ApiRequest): CamlQuery {
  return parseBody(z.looseObject({ query: camlQuery }), request).query;
}

/** Such queries are written as JSON, or as JavaScript would write them. */
function fromAddress(segment: Segment): CamlQuery {
  const text = textArgument(segment, "query");
  const viewXml = /^\{\s*['"]?ViewXml['"]?\s*:\s*'([^']*)'\s*\}$/i.exec(text)?.[1];
  if (viewXml !== undefined) return { ViewXml: viewXml };
  const query = camlQuery.safeParse(tryParse(text));
  if (query.success) return query.data;
  throw argumentInvalid("The query of getitems is not valid JSON with a ViewXml.");
}

function tryParse(text: string) {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}

function answerQuery(
  session: Session,
  stored: List,
  query: CamlQuery,
  { query: { shape } }: ApiRequest,
): Answer {
  const view = readCamlView(query.ViewXml ?? "");
  const list = withProjected(stored, view);
  const asked = query.FolderServerRelativePath?.DecodedUrl ?? query.FolderServerRelativeUrl;
  const folder = existingFolder(session, list, asked ?? list.root);
  const paging = query.ListItemCollectionPosition?.PagingInfo ?? undefined;
  const projection = project(list, shapeOf(list, view, shape));
  const { rows } = queryByCaml(session, list, { view, folder, paging }, projection);
  const references = new References(session);
  return {
    kind: "collection",
    paged: true,
    set: itemSetOf(list),
    entities: rows.map((row) => itemEntity(session, list, row, projection, references)),
  };
}

/** What the address selects; else the view's own columns beside the ids that every item has. */
function shapeOf(list: List, { fields }: CamlView, shape: Shape): Shape {
  if (shape.select.length > 0 || fields === undefined) return knownPart(list, shape);
  // Columns that a list does not have are passed over here, as SharePoint does; in conditions they are refused.
  const names = fields.flatMap((name) => {
    const field = knownField(list, name);
    return field ? [propertyName(field)] : [];
  });
  const select = [...new Set(["Id", "ID", ...names])];
  return { select: [...select, ...inner(shape)], expand: shape.expand };
}

/** Expanded links without a selection of their own answer as they are. */
function inner({ expand }: Shape): string[] {
  return [...expand.keys()];
}
