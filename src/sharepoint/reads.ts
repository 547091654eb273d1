import { isBeyondThreshold, RefusedRequest } from "./errors.ts";
import type { ListTitle } from "./list-definition.ts";
import { sendResiliently, type SharePointToken } from "./resilient-send.ts";

export interface SiteOptions {
  /** Absolute address of the site, `https://place.sharepoint.com/sites/plan`. */
  readonly siteUrl: string;
  readonly token: SharePointToken;
}

/**
 * A site as it can be read without PnPjs, which does everything else: to fetch and start PnPjs takes a slow computer
 * longer than SharePoint takes to answer, and the first screen waits for nothing but this (docs/decisions/0028).
 */
export interface SiteReads {
  readonly url: string;
  /** Throws UnavailableError or SignInError; any other answer is the caller's. */
  readonly send: (url: URL, init: RequestInit) => Promise<Response>;
}

type Rows = readonly unknown[];

/** The most items that one query may return. */
export const pageSize = 5000;

const json = "application/json;odata=nometadata";
const jsonBody = "application/json;charset=utf-8";

export function siteReads({ siteUrl, token }: SiteOptions): SiteReads {
  return {
    url: siteUrl.replace(/\/+$/, ""),
    send: (url, init) => sendResiliently(token, url, init),
  };
}

interface Which {
  /** Names indexed columns only. */
  readonly filter?: string | undefined;
  /** Only what comes after that id. */
  readonly beyond?: number;
}

/** Where the items of a list are, at most a page of them in the order of their ids. */
export function itemsOf(
  list: ListTitle,
  columns: readonly string[],
  { filter, beyond }: Which = {},
): string {
  const query = new URLSearchParams({
    $select: columns.join(","),
    $orderby: "Id asc",
    $top: String(pageSize),
    ...(filter ? { $filter: filter } : {}),
    ...(beyond ? { $skiptoken: pageAfter(beyond) } : {}),
  });
  return `lists/getByTitle('${list}')/items?${query.toString()}`;
}

/**
 * How SharePoint itself names the page after an item. A filter `Id gt …` would be refused where it leaves more than 5,000.
 */
export function pageAfter(id: number): string {
  return `Paged=TRUE&p_ID=${id}`;
}

/** What stands at a place under the site's `_api/web`. Throws RefusedRequest where SharePoint refuses it. */
export async function readOne(site: SiteReads, place: string): Promise<unknown> {
  return toldBy(await site.send(apiOf(site, place), { method: "GET", headers: { accept: json } }));
}

/** Asks a question that has too many words for an address. */
export async function readByPost(site: SiteReads, place: string, body: object): Promise<unknown> {
  const headers = { accept: json, "content-type": jsonBody };
  return toldBy(
    await site.send(apiOf(site, place), { method: "POST", headers, body: JSON.stringify(body) }),
  );
}

/**
 * All those places in one `$batch`. Throws RefusedRequest for the first that SharePoint refuses, unless it is `excused`:
 * that place answers undefined.
 */
export async function readBatch<Name extends string>(
  site: SiteReads,
  places: Readonly<Record<Name, string>>,
  excused?: (refusal: unknown) => boolean,
): Promise<Record<Name, unknown>>;
export async function readBatch(
  site: SiteReads,
  places: Readonly<Record<string, string>>,
  excused: (refusal: unknown) => boolean = () => false,
) {
  const boundary = `batch_${crypto.randomUUID()}`;
  const parts = Object.values(places).map((place) =>
    [
      `--${boundary}`,
      "Content-Type: application/http",
      "Content-Transfer-Encoding: binary",
      "",
      `GET ${apiOf(site, place).href} HTTP/1.1`,
      `accept: ${json}`,
      "",
      "",
    ].join("\n"),
  );
  const answer = await site.send(new URL(`${site.url}/_api/$batch`), {
    method: "POST",
    headers: {
      accept: "application/json",
      "content-type": `multipart/mixed; boundary=${boundary}`,
    },
    body: `${parts.join("")}--${boundary}--\n`,
  });
  if (!answer.ok) throw new RefusedRequest(answer.status, await answer.text());
  const answers = answersIn(await answer.text());
  const names = Object.keys(places);
  if (answers.length !== names.length)
    throw new RangeError(`SharePoint answered ${answers.length} of ${names.length} questions.`);
  const told: unknown[] = [];
  const asked: readonly string[] = Object.values(places);
  for (const [index, each] of answers.entries())
    told.push(await toldBy(each, asked[index]).catch(undefinedWhere(excused)));
  return Object.fromEntries(names.map((name, index) => [name, told[index]]));
}

/** The items that such a place answered with. */
export function rowsIn(answer: unknown): Rows {
  if (!Array.isArray(answer)) throw new RangeError("SharePoint answered with no list of items.");
  return answer;
}

function undefinedWhere(excused: (refusal: unknown) => boolean) {
  return (cause: unknown): undefined => {
    if (!excused(cause)) throw cause;
  };
}

/**
 * What is read with a filter; where it leaves more than 5,000 items of a list, which SharePoint refuses, what is read
 * without one: the caller takes its own out of that.
 */
export async function filteredOrAll<T>(
  filter: string,
  read: (filter: string | undefined) => Promise<T>,
): Promise<T> {
  try {
    return await read(filter);
  } catch (cause) {
    if (isBeyondThreshold(cause)) return read(undefined);
    throw cause;
  }
}

function apiOf({ url }: SiteReads, place: string): URL {
  return new URL(`${url}/_api/web${/^[?]|^$/.test(place) ? "" : "/"}${place}`);
}

/** The part of a `Response` that both a whole answer and a part of a batch's have. */
interface Answer {
  readonly status: number;
  text(): Promise<string>;
}

/** The parts of a batch's answer, in the order of the questions. No JSON has a line that begins as their boundaries do. */
function answersIn(text: string): Answer[] {
  return text
    .split(/^--batchresponse_[^\n]*\n?/m)
    .slice(1, -1)
    .map((part) => {
      const http = part.slice(part.indexOf("HTTP/"));
      const [status = ""] = http.split("\n", 1);
      const [, code] = status.split(" ");
      const end = /\r?\n\r?\n/.exec(http);
      const body = end ? http.slice(end.index + end[0].length) : "";
      return { status: Number(code), text: () => Promise.resolve(body) };
    });
}

/** The items of a collection, or the one thing there. */
async function toldBy(answer: Answer, place?: string): Promise<unknown> {
  const text = await answer.text();
  if (answer.status !== 200) throw new RefusedRequest(answer.status, text, place);
  const told: unknown = JSON.parse(text);
  return typeof told === "object" && told !== null && "value" in told ? told.value : told;
}
