import * as v from "valibot";
import type { ChangedItem, ChangeFeed, Changes } from "#usecases/card-ports.ts";
import { isForgotten, rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import { finite, number, optionalNumber, optionalText, read } from "./row.ts";
import type { Site } from "./site.ts";

/** The lists whose items cards show. */
export const watchedLists = [
  "Recommendations",
  "Actions",
  "Updates",
  "Challenges",
  "Decisions",
] as const;

type WatchedList = (typeof watchedLists)[number];

const columns: Readonly<Record<WatchedList, readonly string[]>> = {
  Recommendations: [],
  Actions: ["RecommendationId"],
  Updates: ["ActionId", "RecommendationId", "ChallengeId", "FileDirRef"],
  Challenges: ["ActionId", "RecommendationId"],
  Decisions: ["ActionId", "RecommendationId", "ChallengeId"],
};

const listRows = v.array(v.object({ Id: v.string(), Title: v.string() }));
const webRow = v.object({ CurrentChangeToken: v.object({ StringValue: v.string() }) });
const changeRows = v.array(
  v.object({
    ChangeType: finite,
    ListId: v.optional(v.string()),
    ItemId: v.optional(finite),
  }),
);
const itemRow = v.object({
  Id: finite,
  // The folders of agencies are items too, and of no plan.
  PlanId: optionalNumber,
  Created: v.string(),
  ActionId: optionalNumber,
  RecommendationId: optionalNumber,
  ChallengeId: optionalNumber,
  FileDirRef: optionalText,
});
const positionRow = v.object({ Id: finite, Conversation: optionalText });

/** The key of the item of `Posts` that says how far the changes were looked at. */
const positionKey = "changes-seen";

/** SP.ChangeType.DeleteObject: what it was about cannot be read any more. */
const deleted = 3;

/** More than this is not told one by one. */
const mostChanges = 1000;
const mostItems = 100;

/** Changes by SharePoint's change token, kept in `Posts` for every process. */
export class SharePointChangeFeed implements ChangeFeed {
  readonly #site: Site;
  #listsById: ReadonlyMap<string, WatchedList> | undefined;

  constructor(site: Site) {
    this.#site = site;
  }

  async position(): Promise<string | undefined> {
    return (await this.#kept())?.Conversation || undefined;
  }

  async remember(position: string): Promise<void> {
    const kept = await this.#kept();
    const { items } = this.#site.sp.web.lists.getByTitle("Posts");
    const values = { Conversation: position };
    await (
      kept
        ? items.getById(kept.Id).update(values)
        : items.add({ Title: "Changes seen", Key: positionKey, PlanId: 0, ...values })
    ).catch(rethrow("remember which changes were seen"));
  }

  async since(position: string | undefined): Promise<Changes> {
    const { web } = this.#site.sp;
    // Before the changes are read, so that what happens meanwhile is told the next time.
    const now = v.parse(
      webRow,
      await web.select("CurrentChangeToken")<unknown>(),
    ).CurrentChangeToken;
    if (position === undefined) return { position: now.StringValue, changed: [] };
    const changes = await this.#changes(position);
    if (!changes || changes.length >= mostChanges) {
      return { position: now.StringValue, changed: "unknown" };
    }
    const changed = await this.#items(changes);
    return { position: now.StringValue, changed };
  }

  async #kept(): Promise<v.InferOutput<typeof positionRow> | undefined> {
    const rows = await rowsOf(
      this.#site.sp,
      "Posts",
      ["Id", "Conversation"],
      `Key eq '${positionKey}'`,
    ).catch(rethrow("see which changes were seen"));
    return rows.map((row) => v.parse(positionRow, row))[0];
  }

  /** Undefined where SharePoint does not know that position any more: it keeps changes for 60 days. */
  async #changes(position: string): Promise<v.InferOutput<typeof changeRows> | undefined> {
    try {
      const answer: unknown = await this.#site.sp.web.getChanges({
        Add: true,
        DeleteObject: true,
        Item: true,
        Restore: true,
        Update: true,
        ChangeTokenStart: { StringValue: position },
      });
      return v.parse(changeRows, answer);
    } catch (cause) {
      if (isForgotten(cause)) return undefined;
      return rethrow("see what changed")(cause);
    }
  }

  async #items(changes: v.InferOutput<typeof changeRows>): Promise<Changes["changed"]> {
    const lists = await this.#lists();
    const ids = new Map<WatchedList, Set<number>>();
    for (const { ChangeType, ListId = "", ItemId } of changes) {
      const list = lists.get(ListId.toLowerCase());
      if (!list || !ItemId) continue;
      if (ChangeType === deleted) return "unknown";
      ids.set(list, (ids.get(list) ?? new Set()).add(ItemId));
    }
    const all = [...ids].map(([list, some]) => ({ list, ids: [...some] }));
    if (all.some((each) => each.ids.length > mostItems)) return "unknown";
    return all.length === 0 ? [] : this.#read(all);
  }

  async #read(
    changed: readonly { readonly list: WatchedList; readonly ids: readonly number[] }[],
  ): Promise<readonly ChangedItem[]> {
    const rows = await inOneBatch(this.#site, (sp) =>
      changed.map(({ list, ids }) =>
        rowsOf(
          sp,
          list,
          ["Id", "PlanId", "Created", ...columns[list]],
          ids.map((id) => `Id eq ${whole(id)}`).join(" or "),
        ),
      ),
    ).catch(rethrow("read what changed"));
    return this.#withRecommendations(
      changed.flatMap(({ list }, at) => (rows[at] ?? []).flatMap((row) => toItem(list, row))),
    );
  }

  /** Most updates name their action alone, and some decisions too. */
  async #withRecommendations(items: readonly ChangedItem[]): Promise<readonly ChangedItem[]> {
    const unknown = new Set(
      items.flatMap(({ actionId, recommendationId }) =>
        actionId !== undefined && recommendationId === undefined ? [actionId] : [],
      ),
    );
    if (unknown.size === 0) return items;
    const filter = [...unknown].map((id) => `Id eq ${whole(id)}`).join(" or ");
    const rows = await rowsOf(
      this.#site.sp,
      "Actions",
      ["Id", "PlanId", "Created", ...columns.Actions],
      filter,
    ).catch(rethrow("read what changed"));
    const actions = rows.map((row) => read("Actions", itemRow, row));
    return items.map((item) => {
      const action = actions.find(({ Id }) => Id === item.actionId);
      return {
        ...item,
        recommendationId: item.recommendationId ?? number(action?.RecommendationId),
      };
    });
  }

  async #lists(): Promise<ReadonlyMap<string, WatchedList>> {
    if (this.#listsById) return this.#listsById;
    const rows = v.parse(listRows, await this.#site.sp.web.lists.select("Id", "Title")());
    this.#listsById = new Map(
      rows.flatMap(({ Id, Title }) => {
        const list = watchedLists.find((name) => name === Title);
        return list ? [[Id.toLowerCase(), list] as const] : [];
      }),
    );
    return this.#listsById;
  }
}

function toItem(list: WatchedList, row: unknown): ChangedItem[] {
  const item = read(list, itemRow, row);
  const planId = number(item.PlanId);
  if (planId === undefined) return [];
  return [
    {
      list,
      id: item.Id,
      planId,
      created: item.Created,
      actionId: list === "Actions" ? item.Id : number(item.ActionId),
      recommendationId: list === "Recommendations" ? item.Id : number(item.RecommendationId),
      challengeId: list === "Challenges" ? item.Id : number(item.ChallengeId),
      folder: item.FileDirRef?.split("/").at(-1),
    },
  ];
}
