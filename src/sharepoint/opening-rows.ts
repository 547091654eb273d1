import * as z from "zod/mini";
import { definitionColumns } from "./definition-rows.ts";
import { isBeyondThreshold } from "./errors.ts";
import { inFull } from "./large-lists.ts";
import { toUser, userColumns } from "./me.ts";
import type { PlanRows } from "./plan-rows.ts";
import { itemsOf, pageSize, readBatch, rowsIn, type SiteReads } from "./reads.ts";
import { recordColumns } from "./record-rows.ts";
import { type PlanPart, planParts } from "./strays.ts";

const listRows = z.array(z.object({ Id: z.string(), Title: z.string(), ItemCount: z.number() }));

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
  const lists = listRows.parse(answers.lists);
  const counts = new Map(lists.map(({ Title, ItemCount }) => [Title, ItemCount]));
  const first = new Map(
    planParts.map((part) => [part, answers[part] === undefined ? [] : rowsIn(answers[part])]),
  );
  const large = planParts.filter(
    (part) => answers[part] === undefined || first.get(part)?.length === pageSize,
  );
  const whole = await inFull(
    site,
    new Map(
      large.map((part) => [
        part,
        {
          first: first.get(part) ?? [],
          count: counts.get(part) ?? 0,
          beyond: (beyond: number) => ofPlan(part, { beyond }),
        },
      ]),
    ),
  );
  const rows = (part: PlanPart) => whole.get(part) ?? first.get(part) ?? [];
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

function openingPlaces(filter: string | undefined) {
  return {
    // First, so that what changes while the rest is read is seen by the next watch.
    web: `?${new URLSearchParams({ $select: "CurrentChangeToken" }).toString()}`,
    lists: `lists?${new URLSearchParams({ $select: "Id,Title,ItemCount" }).toString()}`,
    user: `currentuser?${new URLSearchParams({ $select: userColumns.join(","), $expand: "Groups" }).toString()}`,
    plans: itemsOf("Plans", definitionColumns.Plans),
    agencies: itemsOf("Agencies", definitionColumns.Agencies),
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
