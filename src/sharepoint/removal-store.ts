import "@pnp/sp/recycle-bin/index.js";
import type { SPFI } from "@pnp/sp/fi.js";
import * as v from "valibot";
import type { Removal } from "#plan/removed.ts";
import type { RemovalStore } from "#usecases/ports/history.ts";
import { isForbidden, rethrow } from "./errors.ts";
import type { ListTitle } from "./list-definition.ts";
import { inOneBatch } from "./queries.ts";
import { pageSize } from "./reads.ts";
import type { Site } from "./site.ts";
import { finite } from "./row.ts";

/** Where a deletion takes something out of a plan, or out of what was said of it. */
const lists = [
  ["Recommendations", "recommendation"],
  ["Actions", "action"],
  ["Updates", "update"],
  ["Decisions", "decision"],
  ["Challenges", "challenge"],
] as const satisfies readonly (readonly [ListTitle, Removal["what"]])[];
type List = (typeof lists)[number][0];

/** SP.ChangeType.DeleteObject; besides it only restorations are asked for. */
const deleted = 3;

const changeRows = v.array(
  v.object({
    ChangeToken: v.object({ StringValue: v.string() }),
    ChangeType: finite,
    ItemId: v.nullish(finite),
    Time: v.string(),
  }),
);
type ChangeRow = v.InferOutput<typeof changeRows>[number];

const binRows = v.array(
  v.object({
    Title: v.string(),
    DirName: v.string(),
    LeafName: v.string(),
    DeletedByName: v.string(),
    DeletedDate: v.string(),
  }),
);
type BinRow = v.InferOutput<typeof binRows>[number];

/** A change query answers at most this many. */
const mostChanges = 1000;

/**
 * What was deleted, from two places. The change log tells every reader which items went and when, for 60 days; who it
 * was and how an item began stands in the recycle bin, of which SharePoint shows each person what they deleted themselves,
 * and all of it, for 93 days, to whoever manages the site.
 */
export class SharePointRemovalStore implements RemovalStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** One `$batch`; more where the log holds over 1,000 deletions of a list. */
  async all(): Promise<readonly Removal[]> {
    return this.#read().catch(rethrow("see what was taken out of this plan"));
  }

  async #read(): Promise<readonly Removal[]> {
    const { bin, changes } = await inOneBatch(this.#site, (sp) => ({
      bin: binOf(sp),
      changes: Promise.all(lists.map(([list]) => changesOf(sp, list))),
    }));
    const all = await Promise.all(
      lists.map(async ([list, what], index) => {
        const logged = await this.#further(list, changes[index] ?? []);
        return removals({ list, what }, logged, bin);
      }),
    );
    return all.flat();
  }

  async #further(list: List, first: readonly ChangeRow[]): Promise<readonly ChangeRow[]> {
    const all = [...first];
    for (let page = first; page.length >= mostChanges;) {
      page = await changesOf(this.#site.sp, list, page.at(-1)?.ChangeToken);
      all.push(...page);
    }
    return all;
  }
}

/** Deletions and restorations, oldest first: without a token to start from, as far back as SharePoint knows. */
async function changesOf(
  sp: SPFI,
  list: List,
  after?: ChangeRow["ChangeToken"],
): Promise<readonly ChangeRow[]> {
  const answer: unknown = await sp.web.lists.getByTitle(list).getChanges({
    DeleteObject: true,
    Item: true,
    Restore: true,
    ...(after ? { ChangeTokenStart: after } : {}),
  });
  return v.parse(changeRows, answer);
}

/** Nothing where this person may look into no bin: that something went is told by the log all the same. */
async function binOf(sp: SPFI): Promise<readonly BinRow[]> {
  try {
    const rows: unknown = await sp.web.recycleBin
      .select("Title", "DirName", "LeafName", "DeletedByName", "DeletedDate")
      .top(pageSize)();
    return v.parse(binRows, rows);
  } catch (cause) {
    if (isForbidden(cause)) return [];
    throw cause;
  }
}

/** What is deleted as things stand: what was brought back is not. */
function removals(
  { list, what }: { readonly list: List; readonly what: Removal["what"] },
  changes: readonly ChangeRow[],
  bin: readonly BinRow[],
): readonly Removal[] {
  const last = new Map(changes.map((change) => [change.ItemId ?? undefined, change]));
  const inBin = new Map(bin.flatMap((row) => itemOf(list, row)));
  const logged = [...last.values()]
    .filter(({ ChangeType }) => ChangeType === deleted)
    .flatMap(({ ItemId }) => ItemId ?? []);
  return [...new Set([...inBin.keys(), ...logged])].map((id) => {
    const row = inBin.get(id);
    return {
      what,
      id,
      at: row?.DeletedDate ?? last.get(id)?.Time,
      by: row?.DeletedByName || undefined,
      words: row?.Title || undefined,
    };
  });
}

/** An item of a list lies in the bin as `12_.000`, from the list's own folder. */
function itemOf(list: List, row: BinRow): [number, BinRow][] {
  const id = /^(\d+)_\.000$/.exec(row.LeafName)?.[1];
  return id !== undefined && isIn(list, row) ? [[Number(id), row]] : [];
}

/** Updates stand in their agency's folder of the list. */
function isIn(list: List, { DirName }: BinRow): boolean {
  return `${DirName}/`.includes(`/Lists/${list}/`);
}
