import { z } from "zod";
import { argumentInvalid, itemMissing, listIdMissing, refused } from "../errors.ts";
import type { Field } from "../fields/field.ts";
import { findAt, pathOfRow, serverRelative } from "../files/place.ts";
import { parseBody, type ApiRequest } from "../http/request.ts";
import { updateItem } from "../items/write-item.ts";
import { parseJson } from "../json.ts";
import { Complex, value, type Answer } from "../odata/entity.ts";
import { requireWrite } from "../permissions/own-items.ts";
import { right } from "../permissions/rights.ts";
import { mayViewList } from "../permissions/visible-lists.ts";
import { itemRow } from "../query/item-query.ts";
import type { Session } from "../session.ts";
import type { List } from "../store/list.ts";
import { number, type Row } from "../store/row.ts";
import { enterWeb, enterWebById } from "../webs/web-book.ts";
import type { Resource } from "./resource.ts";

/** An item as links point at it, in the web it lies in. */
interface Place {
  readonly session: Session;
  readonly list: List;
  readonly row: Row;
}

const link = z.object({ ItemId: z.number(), WebId: z.string(), ListId: z.string() });
type Link = z.infer<typeof link>;

const itemId = z.coerce.number().int().positive();
const source = z.object({
  SourceListName: z.string(),
  SourceItemID: itemId,
  SourceWebUrl: z.string().optional(),
});
const target = z.object({
  TargetListName: z.string(),
  TargetItemID: itemId,
  TargetWebUrl: z.string().optional(),
});
const reverse = z.object({
  TryAddReverseLink: z.boolean().default(false),
  TryDeleteReverseLink: z.boolean().default(false),
});
const between = z.object({ ...source.shape, ...target.shape, ...reverse.shape });
const toUrl = z.object({ ...source.shape, ...reverse.shape, TargetItemUrl: z.string() });
const fromUrl = z.object({ ...target.shape, ...reverse.shape, SourceItemUrl: z.string() });

/**
 * `SP.RelatedItemManager`: links from an item to others, kept as JSON in its column Related Items, which lists of
 * tasks begin with. A reverse link is tried, and left where the other list has no such column.
 */
export function relatedItemSteps(session: Session): NonNullable<Resource["steps"]> {
  const related = (request: ApiRequest) => {
    const body = parseBody(source, request);
    return allRelated(session, placeOf(session, sourceOf(body)));
  };
  return {
    ...doing("getrelateditems", related),
    ...doing("getpageonerelateditems", related),
    ...doing("addsinglelink", (request) => {
      const body = parseBody(between, request);
      const from = placeOf(session, sourceOf(body));
      return connect(from, placeOf(session, targetOf(body)), body.TryAddReverseLink);
    }),
    ...doing("addsinglelinktourl", (request) => {
      const body = parseBody(toUrl, request);
      const to = fileAt(session, body.TargetItemUrl);
      return connect(placeOf(session, sourceOf(body)), to, body.TryAddReverseLink);
    }),
    ...doing("addsinglelinkfromurl", (request) => {
      const body = parseBody(fromUrl, request);
      const to = placeOf(session, targetOf(body));
      return connect(fileAt(session, body.SourceItemUrl), to, body.TryAddReverseLink);
    }),
    ...doing("deletesinglelink", (request) => {
      const body = parseBody(between, request);
      const from = placeOf(session, sourceOf(body));
      return separate(from, placeOf(session, targetOf(body)), body.TryDeleteReverseLink);
    }),
  };
}

const doing = (name: string, post: NonNullable<Resource["post"]>) => ({
  [`sp.relateditemmanager.${name}`]: (): Resource => ({ post }),
});

interface Asked {
  readonly list: string;
  readonly item: number;
  readonly web: string | undefined;
}

const sourceOf = (body: z.infer<typeof source>): Asked => ({
  list: body.SourceListName,
  item: body.SourceItemID,
  web: body.SourceWebUrl,
});
const targetOf = (body: z.infer<typeof target>): Asked => ({
  list: body.TargetListName,
  item: body.TargetItemID,
  web: body.TargetWebUrl,
});

/** Lists are named by id or by title. */
function placeOf(asked: Session, { list: name, item, web = "" }: Asked): Place {
  const session = web === "" ? asked : enterWeb(asked, serverRelative(asked, web));
  const list = session?.catalogue.byId(name) ?? session?.catalogue.byTitle(name);
  if (!session || !list || !mayViewList(session, list)) throw listIdMissing();
  const row = itemRow(session, list, item);
  if (!row) throw itemMissing();
  return { session, list, row };
}

const fileAt = (session: Session, url: string): Place =>
  findAt(session, serverRelative(session, url), "file");

function connect(from: Place, to: Place, reverseToo: boolean): Answer {
  const links = linksOf(from).filter((known) => !leadsTo(known, to));
  write(from, [...links, linkTo(to)]);
  if (reverseToo && columnOf(to.list)) connect(to, from, false);
  return { kind: "null", name: "AddSingleLink" };
}

function separate(from: Place, to: Place, reverseToo: boolean): Answer {
  const links = linksOf(from);
  const rest = links.filter((known) => !leadsTo(known, to));
  if (rest.length < links.length) write(from, rest);
  if (reverseToo && columnOf(to.list)) separate(to, from, false);
  return value("DeleteSingleLink", "Edm.Boolean", rest.length < links.length);
}

function write({ session, list, row }: Place, links: readonly Link[]): void {
  requireWrite(session, list, row, right.editListItems);
  const column = columnOf(list);
  if (!column) throw refused(`The list '${list.title}' has no column for related items.`);
  updateItem(session, list, row, { values: new Map([[column, JSON.stringify(links)]]) });
}

const columnOf = (list: List): Field | undefined =>
  list.fields.find(({ name, type }) => name === "RelatedItems" && type === "Note");

function linksOf({ list, row }: Place): Link[] {
  const column = columnOf(list);
  const kept = column ? row[column.storedIn] : null;
  if (typeof kept !== "string" || kept === "") return [];
  const links = z.array(link).safeParse(parseKept(kept));
  if (!links.success) throw argumentInvalid("The column RelatedItems holds no links.");
  return links.data;
}

function parseKept(kept: string): unknown {
  try {
    return parseJson(kept);
  } catch {
    return undefined;
  }
}

const linkTo = ({ session, list, row }: Place): Link => ({
  ItemId: number(row, "id"),
  WebId: session.site.webId,
  ListId: list.id,
});

const leadsTo = (known: Link, { list, row }: Place) =>
  known.ListId === list.id && known.ItemId === number(row, "id");

/** What the links lead to, where the caller may see it. */
function allRelated(asked: Session, from: Place): Answer {
  const found = linksOf(from).flatMap((known) => follow(asked, known) ?? []);
  const type = "SP.RelatedItem";
  return value("GetRelatedItems", `Collection(${type})`, found.map(describe));
}

function follow(asked: Session, { WebId, ListId, ItemId }: Link): Place | undefined {
  const session = enterWebById(asked, WebId);
  const list = session?.catalogue.byId(ListId);
  const row = session && list && mayViewList(session, list) ? itemRow(session, list, ItemId) : null;
  return session && list && row ? { session, list, row } : undefined;
}

function describe({ session, list, row }: Place): Complex {
  const isFile = row["blob"] !== null;
  const form = `${list.root}/DispForm.aspx?ID=${number(row, "id")}`;
  return new Complex("SP.RelatedItem", {
    IconUrl: `/_layouts/15/images/${isFile ? "icgen" : "generaliconfortypes"}.gif`,
    ItemId: number(row, "id"),
    ListId: list.id,
    Title: String((isFile ? row["leaf"] : row["title"]) ?? ""),
    Url: `${session.site.origin}${isFile ? pathOfRow(row) : form}`,
    WebId: session.site.webId,
  });
}
