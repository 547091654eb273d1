import * as v from "valibot";
import { NotFoundError } from "#plan/errors.ts";
import type { Entry } from "#plan/record.ts";
import type { NewestPlan, OpenPlan, PlanStore, PlanSummary } from "#usecases/ports/plans.ts";
import { asKnown } from "./as-known.ts";
import { changedItems, columnsOf, isChanged, type PlanList } from "./changed-items.ts";
import { tokenAt } from "./change-token.ts";
import { isBeyondThreshold, isForgotten, rethrow } from "./errors.ts";
import { isItem, merged, type PlanRows, planNow, toOpenPlan } from "./plan-rows.ts";
import { readOpening } from "./opening-rows.ts";
import { itemsOf, readBatch, readByPost, readOne, rowsIn, type SiteReads } from "./reads.ts";
import {
  definitionColumns,
  toAction,
  toAgency,
  toPlan,
  toPlanSummary,
  toRecommendation,
} from "./definition-rows.ts";
import { toChallenge, toDecision, toUpdate } from "./record-rows.ts";
import { planLists } from "./schema.ts";
import { planParts, withStrays } from "./strays.ts";
import { finite } from "./row.ts";
import { whole } from "./whole.ts";

const changeRows = v.array(
  v.object({
    ChangeToken: v.object({ StringValue: v.string() }),
    ListId: v.optional(v.string()),
    ItemId: v.optional(finite),
  }),
);

/** A change query answers at most this many; more, and the plan is opened anew. */
const mostChanges = 1000;

/** Plans in SharePoint lists, as the person whose token the site has may see them. */
export class SharePointPlanStore implements PlanStore {
  readonly #site: SiteReads;
  /** Which list an id in a change is; lists keep their ids for life. */
  readonly #listsById = new Map<string, PlanList>();
  /** The plans that were read with everything that there was beside them. */
  readonly #wholeRead = new Set<number>();

  constructor(site: SiteReads) {
    this.#site = site;
  }

  async list(): Promise<readonly PlanSummary[]> {
    const answer = await readOne(this.#site, itemsOf("Plans", definitionColumns.Plans)).catch(
      rethrow("list the plans of this site"),
    );
    return rowsIn(answer).map(toPlanSummary).toReversed();
  }

  async open(planId: number): Promise<OpenPlan> {
    const rows = await this.#read(`PlanId eq ${whole(planId)}`).catch(rethrow("open this plan"));
    const row = rows.plans.find((each) => isItem(planId, each));
    if (row === undefined)
      throw new NotFoundError("There is no such plan on this site, or you may not see it.");
    return toOpenPlan(toPlan(row), rows);
  }

  /** Which plan is the newest is known only with the answer, so everything is read: sites mostly have one plan. */
  async openNewest(): Promise<NewestPlan | undefined> {
    const rows = await this.#read(undefined).catch(rethrow("open the plan of this site"));
    const newest = rows.plans.at(-1);
    if (newest === undefined) return undefined;
    this.#wholeRead.add(toPlanSummary(newest).id);
    return {
      open: await toOpenPlan(toPlan(newest), rows),
      plans: rows.plans.map(toPlanSummary).toReversed(),
    };
  }

  async #read(filter: string | undefined): Promise<PlanRows> {
    const opening = await readOpening(this.#site, filter);
    this.#rememberLists(opening.lists);
    return opening;
  }

  async withStrays(open: OpenPlan): Promise<OpenPlan | undefined> {
    if (this.#wholeRead.has(open.plan.id)) return undefined;
    const places = planParts.map((part) => [
      part,
      itemsOf(part, [...columnsOf[part], "PlanId"], { filter: "PlanId eq null" }),
    ]);
    // Of a list with more than 5,000 items SharePoint does not say it.
    const answers = await readBatch(
      this.#site,
      Object.fromEntries(places),
      isBeyondThreshold,
    ).catch(rethrow("look for what is in no plan"));
    const rows = planParts.map((part) => [
      part,
      answers[part] === undefined ? [] : rowsIn(answers[part]),
    ]);
    const next = withStrays(open, Object.fromEntries(rows));
    return next === open ? undefined : next;
  }

  async changesSince(open: OpenPlan): Promise<OpenPlan | undefined> {
    const changes = await this.#changes(open.changeToken);
    if (!changes || changes.length >= mostChanges) return this.#readAnew(open);
    const last = changes.at(-1);
    if (!last) return undefined;
    const changed = this.#changedItems(changes);
    const next = { ...open, changeToken: tokenAt(open.changeToken, last.ChangeToken.StringValue) };
    return changed.size === 0
      ? next
      : this.#reread(next, changed).catch((cause: unknown) => {
          if (isBeyondThreshold(cause)) return this.#readAnew(open);
          return rethrow("read what changed in this plan")(cause);
        });
  }

  async #readAnew(open: OpenPlan): Promise<OpenPlan> {
    return asKnown(open, await this.open(open.plan.id));
  }

  /** Undefined where SharePoint does not know that moment any more. */
  async #changes(changeToken: string): Promise<v.InferOutput<typeof changeRows> | undefined> {
    const query = {
      Add: true,
      DeleteObject: true,
      Item: true,
      Restore: true,
      Update: true,
      ChangeTokenStart: { StringValue: changeToken },
    };
    try {
      return v.parse(changeRows, await readByPost(this.#site, "getchanges", { query }));
    } catch (cause) {
      if (isForgotten(cause)) return undefined;
      return rethrow("see what changed in this plan")(cause);
    }
  }

  #changedItems(
    changes: v.InferOutput<typeof changeRows>,
  ): ReadonlyMap<PlanList, ReadonlySet<number>> {
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
    const queries = [...changed].map(([list, ids]) => [
      list,
      changedItems(list, open.plan.id, ids),
    ]);
    const rows = await readBatch(this.#site, Object.fromEntries(queries));
    const merge = <T extends { readonly id: number }>(
      list: PlanList,
      before: readonly T[],
      read: (row: unknown) => T,
    ) => {
      const ids = changed.get(list);
      if (!ids) return before;
      const its = rowsIn(rows[list]).filter((row) => isChanged(row, list, open.plan.id, ids));
      return merged(before, ids, its.map(read));
    };
    const entries = <T extends Entry>(list: PlanList, type: T["type"], read: (row: unknown) => T) =>
      merge(
        list,
        open.record.filter((entry): entry is T => entry.type === type),
        read,
      );
    const plans = changed.get("Plans");
    const next = {
      ...open,
      plan: plans ? planNow(open.plan, plans, rowsIn(rows["Plans"])) : open.plan,
      agencies: merge("Agencies", open.agencies, toAgency),
      recommendations: merge("Recommendations", open.recommendations, toRecommendation),
      actions: merge("Actions", open.actions, toAction),
      record: [
        ...entries("Updates", "update", toUpdate),
        ...entries("Decisions", "decision", toDecision),
        ...entries("Challenges", "challenge", toChallenge),
      ],
      astray: open.astray?.filter(
        ({ list, itemId }) =>
          !planParts.some((part) => part === list && changed.get(part)?.has(itemId)),
      ),
    };
    const parts = planParts.filter((part) => changed.has(part));
    return withStrays(next, Object.fromEntries(parts.map((part) => [part, rowsIn(rows[part])])));
  }

  #rememberLists(rows: readonly { readonly Id: string; readonly Title: string }[]): void {
    for (const { Id, Title } of rows) {
      const list = planLists.find((name) => name === Title);
      if (list) this.#listsById.set(Id.toLowerCase(), list);
    }
  }
}
