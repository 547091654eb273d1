import * as v from "valibot";
import type { OnWritten, Written } from "#usecases/plan-writer.ts";
import { isBeyondThreshold, isDuplicateValue, rethrow } from "./errors.ts";
import type { ListTitle } from "./list-definition.ts";
import { whole } from "./whole.ts";
import { rowsOf } from "./queries.ts";
import { batchSize, type Site } from "./site.ts";
import { finite, optionalText } from "./row.ts";

export type Values = Readonly<Record<string, string | number | undefined>>;

interface KeyedValues {
  /** Hexadecimal: it stands in filters. */
  readonly key: string;
  /** Asked for when it is added: a page makes a few at a time. */
  readonly values: () => Values;
}

/** What somebody added in SharePoint itself may have no key: nothing that is imported has become it. */
const keyRow = v.object({ Id: finite, Key: optionalText });
const addedRow = v.object({ Id: finite });

/** So many items a request: an import shows progress, and a broken one loses little. */
const itemsABatch = 50;

/**
 * Adds, in their order, those whose key the list does not hold; of one plan where one is named. Where somebody else adds
 * the same meanwhile, SharePoint refuses a second one, and theirs is taken. Throws what the list refuses.
 */
export async function addMissing(
  site: Site,
  list: ListTitle,
  planId: number | undefined,
  items: readonly KeyedValues[],
  on: OnWritten = () => {},
): Promise<Written> {
  const ids = await idsOfPlan(site, list, planId);
  const fresh = items.filter(({ key }) => !ids.has(key));
  let added = 0;
  for (let from = 0; from < fresh.length; from += itemsABatch) {
    const missing = fresh.slice(from, from + itemsABatch);
    const own = await add(site, list, planId, missing);
    added += own.size;
    const others = own.size < missing.length ? await idsOf(site, list, missing) : own;
    for (const { key } of missing) ids.set(key, idIn(new Map([...others, ...own]), key));
    on(items.length - fresh.length + from + missing.length);
  }
  if (added === 0) on(items.length);
  return { ids, added };
}

/** Those that are known beforehand; what is not among them is found when it is to be added. */
async function idsOfPlan(
  site: Site,
  list: ListTitle,
  planId: number | undefined,
): Promise<Map<string, number>> {
  const filter = planId === undefined ? undefined : `PlanId eq ${whole(planId)}`;
  const rows = await rowsOf(site.sp, list, ["Id", "Key"], filter).catch((cause: unknown) => {
    if (isBeyondThreshold(cause)) return [];
    throw cause;
  });
  return idsIn(rows);
}

async function idsOf(
  site: Site,
  list: ListTitle,
  items: readonly KeyedValues[],
): Promise<ReadonlyMap<string, number>> {
  const filter = items.map(({ key }) => `Key eq '${key}'`).join(" or ");
  return idsIn(await rowsOf(site.sp, list, ["Id", "Key"], filter));
}

function idsIn(rows: readonly unknown[]): Map<string, number> {
  const read = rows.map((row) => v.parse(keyRow, row));
  return new Map(read.flatMap(({ Id, Key }) => (Key ? [[Key, Id] as const] : [])));
}

function idIn(ids: ReadonlyMap<string, number>, key: string): number {
  const id = ids.get(key);
  if (id === undefined)
    throw new RangeError("SharePoint refused an item as a second one, and has no first.");
  return id;
}

/** The ids of those that were added, by their keys: not of those that stood there already. */
async function add(
  site: Site,
  list: ListTitle,
  planId: number | undefined,
  items: readonly KeyedValues[],
): Promise<ReadonlyMap<string, number>> {
  const [batched, execute] = site.sp.batched({ maxRequests: batchSize });
  const ids = new Map<string, number>();
  const adding = items.map(async ({ key, values }) => {
    const item = { ...values(), Key: key, PlanId: planId };
    try {
      const added: unknown = await batched.web.lists.getByTitle(list).items.add(item);
      ids.set(key, v.parse(addedRow, added).Id);
    } catch (cause) {
      if (!isDuplicateValue(cause)) throw cause;
    }
  });
  await Promise.all([...adding, execute()]).catch(rethrow(`add to the list "${list}"`));
  return ids;
}
