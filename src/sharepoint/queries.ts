import type { SPFI } from "@pnp/sp/fi.js";
import type { Entry } from "#plan/record.ts";
import * as v from "valibot";
import {
  recordColumns,
  toChallenge,
  toDecision,
  toUpdate,
  wholeRecordColumns,
} from "./record-rows.ts";
import type { ListTitle } from "./list-definition.ts";
import { toUser, type User, userColumns } from "./me.ts";
import { pageAfter, pageSize } from "./reads.ts";
import { numbered } from "./row.ts";
import { batchSize, type Site } from "./site.ts";

type Rows = readonly unknown[];

/** Sends everything that `ask` queues as one `$batch`, and gives its answers. */
export async function inOneBatch<T>(
  site: Site,
  ask: (sp: SPFI) => T,
): Promise<{ [K in keyof T]: Awaited<T[K]> }> {
  const [batched, execute] = site.sp.batched({ maxRequests: batchSize });
  const [answers] = await Promise.all([allOf(ask(batched)), execute()]);
  return answers;
}

/** The items of a list, at most a page, after the id `beyond`; `filter` names indexed columns only. */
export async function rowsOf(
  sp: SPFI,
  list: ListTitle,
  columns: readonly string[],
  filter?: string,
  beyond?: number,
): Promise<Rows> {
  const items = sp.web.lists
    .getByTitle(list)
    .items.select(...columns)
    .orderBy("Id")
    .top(pageSize);
  if (beyond) items.query.set("$skiptoken", pageAfter(beyond));
  const expanded = columns.some((name) => name.startsWith("Author/"))
    ? items.expand("Author")
    : items;
  return v.parse(v.array(v.unknown()), await (filter ? expanded.filter(filter) : expanded)());
}

/** A list that fills its first page goes on: page after page by Id, until one is not full. */
export async function furtherRows(
  sp: SPFI,
  list: ListTitle,
  columns: readonly string[],
  { first, filter }: { readonly first: Rows; readonly filter: string | undefined },
): Promise<Rows> {
  const rows = [...first];
  for (let page = first; page.length === pageSize;) {
    page = await rowsOf(sp, list, columns, filter, v.parse(numbered, page.at(-1)).Id);
    rows.push(...page);
  }
  return rows;
}

/** Everything said that the filter selects, challenges by their own where it has one: without words and authors, or `whole`. */
export async function recordOf(
  sp: SPFI,
  filter: string | { readonly about: string; readonly challenges: string },
  whole: boolean,
): Promise<readonly Entry[]> {
  const columns = whole ? wholeRecordColumns : recordColumns;
  const of = typeof filter === "string" ? { about: filter, challenges: filter } : filter;
  const [updates, decisions, challenges] = await Promise.all([
    rowsOf(sp, "Updates", columns.Updates, of.about),
    rowsOf(sp, "Decisions", columns.Decisions, of.about),
    rowsOf(sp, "Challenges", columns.Challenges, of.challenges),
  ]);
  return [...updates.map(toUpdate), ...decisions.map(toDecision), ...challenges.map(toChallenge)];
}

/** Who the token belongs to, with the groups they are in. */
export async function currentUser(sp: SPFI): Promise<User> {
  const user: unknown = await sp.web.currentUser.select(...userColumns).expand("Groups")();
  return toUser(user);
}

async function allOf<T>(asked: T): Promise<{ [K in keyof T]: Awaited<T[K]> }>;
async function allOf(asked: object): Promise<unknown> {
  const answers = await Promise.all(Object.values(asked));
  if (Array.isArray(asked)) return answers;
  return Object.fromEntries(Object.keys(asked).map((name, index) => [name, answers[index]]));
}
