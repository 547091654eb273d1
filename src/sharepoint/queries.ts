import type { SPFI } from "@pnp/sp/fi.js";
import { agenciesOf, type Me, type Role } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import type { Entry } from "#plan/record.ts";
import * as z from "zod/mini";
import { roleGroups } from "./access.ts";
import {
  recordColumns,
  toChallenge,
  toDecision,
  toUpdate,
  wholeRecordColumns,
} from "./record-rows.ts";
import type { ListTitle } from "./list-definition.ts";
import { batchSize, pageSize, type Site } from "./site.ts";

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

/** The items of a list, at most a page; `filter` names indexed columns only. */
export async function rowsOf(
  sp: SPFI,
  list: ListTitle,
  columns: readonly string[],
  filter?: string,
): Promise<Rows> {
  const items = sp.web.lists
    .getByTitle(list)
    .items.select(...columns)
    .orderBy("Id")
    .top(pageSize);
  const expanded = columns.some((name) => name.startsWith("Author/"))
    ? items.expand("Author")
    : items;
  return z.array(z.unknown()).parse(await (filter ? expanded.filter(filter) : expanded)());
}

const numbered = z.object({ Id: z.number() });

/** A list that fills its first page goes on: page after page by Id, until one is not full. */
export async function furtherRows(
  sp: SPFI,
  list: ListTitle,
  columns: readonly string[],
  { first, filter }: { readonly first: Rows; readonly filter: string | undefined },
): Promise<Rows> {
  const rows = [...first];
  for (let page = first; page.length === pageSize;) {
    const beyond = `Id gt ${numbered.parse(page.at(-1)).Id}`;
    page = await rowsOf(sp, list, columns, filter ? `${beyond} and ${filter}` : beyond);
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

const userRow = z.object({
  Id: z.number(),
  Title: z.string(),
  LoginName: z.string(),
  Groups: z.optional(z.array(z.object({ Title: z.string() }))),
});

export type User = z.infer<typeof userRow>;

/** Who the token belongs to, with the groups they are in. */
export async function currentUser(sp: SPFI): Promise<User> {
  const user: unknown = await sp.web.currentUser
    .select("Id", "Title", "LoginName", "Groups/Title")
    .expand("Groups")();
  return userRow.parse(user);
}

export function toMe(user: User, agencies: readonly Agency[]): Me {
  const groups = (user.Groups ?? []).map(({ Title }) => Title);
  const roles = Object.entries(roleGroups).flatMap(([role, group]) =>
    groups.includes(group) && isRole(role) ? role : [],
  );
  return {
    id: user.Id,
    name: user.Title,
    loginName: user.LoginName,
    agencies: agenciesOf(agencies, groups),
    roles,
  };
}

function isRole(name: string): name is Role {
  return Object.hasOwn(roleGroups, name);
}

async function allOf<T>(asked: T): Promise<{ [K in keyof T]: Awaited<T[K]> }>;
async function allOf(asked: object): Promise<unknown> {
  const answers = await Promise.all(Object.values(asked));
  if (Array.isArray(asked)) return answers;
  return Object.fromEntries(Object.keys(asked).map((name, index) => [name, answers[index]]));
}
