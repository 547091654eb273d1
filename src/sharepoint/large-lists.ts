import { pageSize, readBatch, rowsIn, type SiteReads } from "./reads.ts";
import { numbered } from "./row.ts";
import * as v from "valibot";

type Rows = readonly unknown[];

/** A list that one query does not tell in full. */
interface LargeList {
  /** What is known of it: its first items in the order of their ids, none where SharePoint refused to say. */
  readonly first: Rows;
  /** How many items it holds, as far as is known. */
  readonly count: number;
  /** Where its items beyond an id are, a page of them. */
  readonly beyond: (id: number) => string;
}

/** The most pages of a list that one batch asks for. */
const mostPages = 20;

/** Whether that answer of a batch need not be all of what was asked for; undefined where SharePoint refused to say. */
export function isLarge(answer: unknown): boolean {
  return answer === undefined || rowsIn(answer).length === pageSize;
}

interface FirstPages<Name extends string> {
  /** What a batch answered about the first page of each; undefined where SharePoint refused to say. */
  readonly answers: Readonly<Record<Name, unknown>>;
  /** How many items each list of the site holds, by its title. */
  readonly counts: ReadonlyMap<string, number>;
  /** Where a list's items beyond an id are. */
  readonly beyond: (list: Name, id: number) => string;
}

/** All items of those lists: of most the first page is all, and the others are read whole. */
export async function allItems<Name extends string>(
  site: SiteReads,
  lists: readonly Name[],
  { answers, counts, beyond }: FirstPages<Name>,
): Promise<(list: Name) => Rows> {
  const first = new Map(
    lists.map((list) => [list, answers[list] === undefined ? [] : rowsIn(answers[list])]),
  );
  const large = lists.filter((list) => isLarge(answers[list]));
  const whole = await inFull(
    site,
    new Map(
      large.map((list) => [
        list,
        {
          first: first.get(list) ?? [],
          count: counts.get(list) ?? 0,
          beyond: (id: number) => beyond(list, id),
        },
      ]),
    ),
  );
  return (list) => whole.get(list) ?? first.get(list) ?? [];
}

/**
 * All items of those lists. All pages that a list can have are asked for in one `$batch`: the second begins 5,000 ids after
 * the first, so the first, which holds 5,000 items, ends where the second begins or later. Another batch follows only
 * where the last page was full.
 */
async function inFull<Name extends string>(
  site: SiteReads,
  lists: ReadonlyMap<Name, LargeList>,
): Promise<ReadonlyMap<Name, Rows>> {
  const found = new Map([...lists].map(([name, { first }]) => [name, [...first]]));
  let going = [...lists].map(([name, list]) => ({ name, list, rows: found.get(name) ?? [] }));
  while (going.length > 0) {
    const asked = going.flatMap(({ name, list, rows }) =>
      startsOf(rows, list.count).map((id) => [`${name} ${id}`, name, list.beyond(id)] as const),
    );
    const answers = await readBatch(
      site,
      Object.fromEntries(asked.map(([page, , place]) => [page, place])),
    );
    going = going.filter(({ name, rows }) => {
      const pages = asked.filter(([, of]) => of === name).map(([page]) => rowsIn(answers[page]));
      for (const page of pages) append(rows, page);
      return pages.every(({ length }) => length === pageSize);
    });
  }
  return found;
}

/** The ids that the pages begin after which there may be. */
function startsOf(known: Rows, count: number): readonly number[] {
  const pages = Math.floor(Math.max(0, count - known.length) / pageSize) + 1;
  const last = lastId(known);
  return Array.from({ length: Math.min(pages, mostPages) }, (_, page) => last + page * pageSize);
}

/** Where ids are missing, a page holds items that the next one holds too. */
function append(rows: unknown[], page: Rows): void {
  const last = lastId(rows);
  for (const row of page) if (v.parse(numbered, row).Id > last) rows.push(row);
}

function lastId(rows: Rows): number {
  return rows.length === 0 ? 0 : v.parse(numbered, rows.at(-1)).Id;
}
