import * as v from "valibot";
import { definitionColumns } from "./definition-rows.ts";
import { isBeyondThreshold } from "./errors.ts";
import { allItems } from "./large-lists.ts";
import { toUser, userColumns } from "./me.ts";
import type { PlanRows } from "./plan-rows.ts";
import { itemsOf, readBatch, rowsIn, type SiteReads } from "./reads.ts";
import { recordColumns } from "./record-rows.ts";
import { type PlanPart, planParts } from "./strays.ts";
import { finite } from "./row.ts";

const listRows = v.array(v.object({ Id: v.string(), Title: v.string(), ItemCount: finite }));

/** The lists whose items belong to a plan, and what is read of them. */
const columnsOf = {
  Recommendations: definitionColumns.Recommendations,
  Actions: definitionColumns.Actions,
  ...recordColumns,
};

interface Opening extends PlanRows {
  /** All lists of the site. */
  readonly lists: readonly { readonly Id: string; readonly Title: string }[];
}

/**
 * Everything that the first screen shows of one plan (`PlanId eq 3`), or of all. One `$batch`, and mostly no more: a list
 * that fills a page, or holds more of the plan than SharePoint looks through for a filter, is then read whole, and who
 * asked takes the plan's own out of that.
 */
export async function readOpening(site: SiteReads, filter: string | undefined): Promise<Opening> {
  const answers = await readBatch(site, openingPlaces(filter), isBeyondThreshold);
  const lists = listsIn(answers.lists);
  const rows = await allItems(site, planParts, {
    answers,
    counts: countsOf(lists),
    beyond: (part, beyond) => ofPlan(part, { beyond }),
  });
  return {
    web: answers.web,
    lists,
    user: toUser(answers.user),
    plans: rowsIn(answers.plans),
    agencies: rowsIn(answers.agencies),
    recommendations: rows("Recommendations"),
    actions: rows("Actions"),
    updates: rows("Updates"),
    decisions: rows("Decisions"),
    challenges: rows("Challenges"),
  };
}

type ListRows = v.InferOutput<typeof listRows>;

/** The lists of the site, as that place answers. */
export function listsIn(answer: unknown): ListRows {
  return v.parse(listRows, answer);
}

/** How many items each holds, by its title. */
export function countsOf(lists: ListRows): ReadonlyMap<string, number> {
  return new Map(lists.map(({ Title, ItemCount }) => [Title, ItemCount]));
}

function openingPlaces(filter: string | undefined) {
  return { ...asked.site, ...asked.definitions, ...partPlaces(filter) };
}

/** Where stands what belongs to no plan alone. */
export const asked = {
  site: {
    // First, so that what changes while the rest is read is seen by the next watch.
    web: `?${new URLSearchParams({ $select: "CurrentChangeToken" }).toString()}`,
    lists: `lists?${new URLSearchParams({ $select: "Id,Title,ItemCount" }).toString()}`,
    user: `currentuser?${new URLSearchParams({ $select: userColumns.join(","), $expand: "Groups" }).toString()}`,
  },
  definitions: {
    plans: itemsOf("Plans", definitionColumns.Plans),
    agencies: itemsOf("Agencies", definitionColumns.Agencies),
  },
} as const;

/** Where stands what belongs to the plans that the filter selects; of all, where there is none. */
export function partPlaces(filter: string | undefined) {
  return {
    Recommendations: ofPlan("Recommendations", { filter }),
    Actions: ofPlan("Actions", { filter }),
    Updates: ofPlan("Updates", { filter }),
    Decisions: ofPlan("Decisions", { filter }),
    Challenges: ofPlan("Challenges", { filter }),
  };
}

function ofPlan(part: PlanPart, which: Parameters<typeof itemsOf>[2]): string {
  return itemsOf(part, [...columnsOf[part], "PlanId"], which);
}
