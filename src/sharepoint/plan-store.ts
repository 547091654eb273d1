import * as z from "zod/mini";
import { NotFoundError } from "#plan/errors.ts";
import type { Entry } from "#plan/record.ts";
import type { NewestPlan, OpenPlan, PlanStore, PlanSummary } from "#usecases/ports/plans.ts";
import { tokenAt } from "./change-token.ts";
import { isBeyondThreshold, isForgotten, rethrow } from "./errors.ts";
import { type PlanRows, toOpenPlan } from "./plan-rows.ts";
import { toUser, userColumns } from "./me.ts";
import {
  everyPage,
  filteredOrAll,
  itemsOf,
  readBatch,
  readByPost,
  readOne,
  rowsIn,
  type SiteReads,
} from "./reads.ts";
import {
  definitionColumns,
  toAction,
  toAgency,
  toPlan,
  toRecommendation,
} from "./definition-rows.ts";
import { recordColumns, toChallenge, toDecision, toUpdate } from "./record-rows.ts";
import type { ListTitle } from "./list-definition.ts";
import { planLists } from "./schema.ts";

const listRows = z.array(z.object({ Id: z.string(), Title: z.string() }));
const changeRows = z.array(
  z.object({
    ChangeToken: z.object({ StringValue: z.string() }),
    ListId: z.optional(z.string()),
    ItemId: z.optional(z.number()),
  }),
);

/** More changed items of a list than this are read by reading the list again. */
const mostByName = 30;

/** A change query answers at most this many; more, and the plan is opened anew. */
const mostChanges = 1000;

const columnsOf = { ...definitionColumns, ...recordColumns };

type PlanList = (typeof planLists)[number];

/** Plans in SharePoint lists, as the person whose token the site has may see them. */
export class SharePointPlanStore implements PlanStore {
  readonly #site: SiteReads;
  /** Which list an id in a change is; lists keep their ids for life. */
  readonly #listsById = new Map<string, PlanList>();

  constructor(site: SiteReads) {
    this.#site = site;
  }

  async list(): Promise<readonly PlanSummary[]> {
    const answer = await readOne(this.#site, itemsOf("Plans", definitionColumns.Plans)).catch(
      rethrow("list the plans of this site"),
    );
    return rowsIn(answer).map(toPlan).toReversed();
  }

  async open(planId: number): Promise<OpenPlan> {
    const rows = await filteredOrAll(`PlanId eq ${whole(planId)}`, (filter) =>
      this.#read(filter),
    ).catch(rethrow("open this plan"));
    const plan = rows.plans.map(toPlan).find(({ id }) => id === planId);
    if (!plan)
      throw new NotFoundError("There is no such plan on this site, or you may not see it.");
    return toOpenPlan(plan, rows);
  }

  /** Which plan is the newest is known only with the answer, so everything is read: sites mostly have one plan. */
  async openNewest(): Promise<NewestPlan | undefined> {
    const rows = await this.#read(undefined).catch(rethrow("open the plan of this site"));
    const plans = rows.plans.map(toPlan).toReversed();
    const [newest] = plans;
    return newest && { open: toOpenPlan(newest, rows), plans };
  }

  /** One `$batch`; a list that fills a page is read on, page by page. */
  async #read(filter: string | undefined): Promise<PlanRows> {
    const answers = await readBatch(this.#site, openingPlaces(filter));
    this.#rememberLists(listRows.parse(answers.lists));
    const allPages = (list: PlanList, answer: unknown) =>
      everyPage(filter, rowsIn(answer), async (beyond) =>
        rowsIn(await readOne(this.#site, ofPlan(list, beyond))),
      );
    return {
      web: answers.web,
      user: toUser(answers.user),
      plans: rowsIn(answers.plans),
      agencies: rowsIn(answers.agencies),
      recommendations: await allPages("Recommendations", answers.recommendations),
      actions: await allPages("Actions", answers.actions),
      updates: await allPages("Updates", answers.updates),
      decisions: await allPages("Decisions", answers.decisions),
      challenges: await allPages("Challenges", answers.challenges),
    };
  }

  async changesSince(open: OpenPlan): Promise<OpenPlan | undefined> {
    const changes = await this.#changes(open.changeToken);
    if (!changes || changes.length >= mostChanges) return this.open(open.plan.id);
    const last = changes.at(-1);
    if (!last) return undefined;
    const changed = this.#changedItems(changes);
    const next = { ...open, changeToken: tokenAt(open.changeToken, last.ChangeToken.StringValue) };
    return changed.size === 0
      ? next
      : this.#reread(next, changed).catch((cause: unknown) => {
          if (isBeyondThreshold(cause)) return this.open(open.plan.id);
          return rethrow("read what changed in this plan")(cause);
        });
  }

  /** Undefined where SharePoint does not know that moment any more. */
  async #changes(changeToken: string): Promise<z.infer<typeof changeRows> | undefined> {
    const query = {
      Add: true,
      DeleteObject: true,
      Item: true,
      Restore: true,
      Update: true,
      ChangeTokenStart: { StringValue: changeToken },
    };
    try {
      return changeRows.parse(await readByPost(this.#site, "getchanges", { query }));
    } catch (cause) {
      if (isForgotten(cause)) return undefined;
      return rethrow("see what changed in this plan")(cause);
    }
  }

  #changedItems(changes: z.infer<typeof changeRows>): ReadonlyMap<PlanList, ReadonlySet<number>> {
    const changed = new Map<PlanList, Set<number>>();
    for (const { ListId, ItemId } of changes) {
      const list = ListId && this.#listsById.get(ListId.toLowerCase());
      if (list && ItemId) changed.set(list, (changed.get(list) ?? new Set()).add(ItemId));
    }
    return changed;
  }

  /** Only the changed items, in one batch; an item that is gone, or no longer to be seen, drops out. */
  async #reread(
    open: OpenPlan,
    changed: ReadonlyMap<PlanList, ReadonlySet<number>>,
  ): Promise<OpenPlan> {
    const rows = await readBatch(
      this.#site,
      Object.fromEntries(
        [...changed].map(([list, ids]) => [
          list,
          itemsOf(list, columnsOf[list], changedFilter(list, open.plan.id, ids)),
        ]),
      ),
    );
    const merge = <T extends { readonly id: number }>(
      list: PlanList,
      before: readonly T[],
      read: (row: unknown) => T,
    ) => {
      const ids = changed.get(list);
      return ids ? merged(before, ids, rowsIn(rows[list]).map(read)) : before;
    };
    const entries = <T extends Entry>(list: PlanList, type: T["type"], read: (row: unknown) => T) =>
      merge(
        list,
        open.record.filter((entry): entry is T => entry.type === type),
        read,
      );
    return {
      ...open,
      plan: merge("Plans", [open.plan], toPlan).find(({ id }) => id === open.plan.id) ?? open.plan,
      agencies: merge("Agencies", open.agencies, toAgency),
      recommendations: merge("Recommendations", open.recommendations, toRecommendation),
      actions: merge("Actions", open.actions, toAction),
      record: [
        ...entries("Updates", "update", toUpdate),
        ...entries("Decisions", "decision", toDecision),
        ...entries("Challenges", "challenge", toChallenge),
      ],
    };
  }

  #rememberLists(rows: z.infer<typeof listRows>): void {
    for (const { Id, Title } of rows) {
      const list = planLists.find((name) => name === Title);
      if (list) this.#listsById.set(Id.toLowerCase(), list);
    }
  }
}

/** Everything that the first screen shows, as places of the site. */
function openingPlaces(filter: string | undefined) {
  return {
    // First, so that what changes while the rest is read is seen by the next watch.
    web: `?${new URLSearchParams({ $select: "CurrentChangeToken" }).toString()}`,
    lists: `lists?${new URLSearchParams({ $select: "Id,Title" }).toString()}`,
    user: `currentuser?${new URLSearchParams({ $select: userColumns.join(","), $expand: "Groups" }).toString()}`,
    plans: itemsOf("Plans", definitionColumns.Plans),
    agencies: itemsOf("Agencies", definitionColumns.Agencies),
    recommendations: ofPlan("Recommendations", filter),
    actions: ofPlan("Actions", filter),
    updates: ofPlan("Updates", filter),
    decisions: ofPlan("Decisions", filter),
    challenges: ofPlan("Challenges", filter),
  };
}

function ofPlan(list: PlanList, filter: string | undefined): string {
  return itemsOf(list, [...columnsOf[list], "PlanId"], filter);
}

const listsOfAllPlans: readonly ListTitle[] = ["Plans", "Agencies"];

function changedFilter(
  list: PlanList,
  planId: number,
  ids: ReadonlySet<number>,
): string | undefined {
  const named =
    ids.size > mostByName ? undefined : [...ids].map((id) => `Id eq ${whole(id)}`).join(" or ");
  if (listsOfAllPlans.includes(list)) return named;
  return named ? `PlanId eq ${whole(planId)} and (${named})` : `PlanId eq ${whole(planId)}`;
}

function merged<T extends { readonly id: number }>(
  before: readonly T[],
  ids: ReadonlySet<number>,
  now: readonly T[],
): readonly T[] {
  const fresh = new Set(now.map(({ id }) => id));
  return [...before.filter(({ id }) => !ids.has(id) && !fresh.has(id)), ...now].toSorted(
    (one, other) => one.id - other.id,
  );
}

/** Ids stand in filters; nothing but a whole number may. */
export function whole(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not the id of an item.`);
  return id;
}
