import "@pnp/sp/items/index.js";
import * as v from "valibot";
import type { DefinitionHistory, Worded } from "#plan/changes-in-definitions.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import type { DefinitionHistoryStore } from "#usecases/ports/history.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { definitionColumns, toAction, toRecommendation } from "./definition-rows.ts";
import { rethrow } from "./errors.ts";
import { inPieces } from "./in-pieces.ts";
import { isOfPlan } from "./plan-rows.ts";
import { whole } from "./whole.ts";
import { filteredOrAll } from "./reads.ts";
import { furtherRows, inOneBatch, rowsOf } from "./queries.ts";
import { id, read } from "./row.ts";
import type { Site } from "./site.ts";
import { versionAuthor, versionMoment, versionOf } from "./versions-of-items.ts";

const person = v.object({ Id: id, Title: v.string() });
const writtenRow = v.object({
  Id: id,
  Created: v.string(),
  Modified: v.string(),
  Author: v.nullish(person),
});
const writtenColumns = ["Id", "Created", "Modified", "Author/Id", "Author/Title"];
const ofPlanColumns = [...writtenColumns, "PlanId"];

/** A version of an item: its columns by their names, when it was made, and by whom. */
const versionRow = v.looseObject(versionOf);

type DefinitionList = "Recommendations" | "Actions";
type Written = v.InferOutput<typeof writtenRow>;

/** How definitions were worded, from the versions that SharePoint keeps of their items. */
export class SharePointDefinitionHistory implements DefinitionHistoryStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /** Two round trips, the second only for what was rewritten since: an item that stands as it was added says so itself. */
  async since(
    open: Pick<OpenPlan, "plan" | "recommendations" | "actions">,
    day: IsoDate,
  ): Promise<DefinitionHistory> {
    return filteredOrAll(`PlanId eq ${whole(open.plan.id)}`, (filter) =>
      this.#read(open, day, filter),
    ).catch(rethrow("read how this plan was worded"));
  }

  async #read(
    { plan, recommendations, actions }: Pick<OpenPlan, "plan" | "recommendations" | "actions">,
    day: IsoDate,
    filter: string | undefined,
  ): Promise<DefinitionHistory> {
    const first = await inOneBatch(this.#site, (sp) => ({
      plans: rowsOf(sp, "Plans", writtenColumns, `Id eq ${whole(plan.id)}`),
      recommendations: rowsOf(sp, "Recommendations", ofPlanColumns, filter),
      actions: rowsOf(sp, "Actions", ofPlanColumns, filter),
    }));
    const changed = async (list: DefinitionList, page: readonly unknown[]) => {
      const rows = await furtherRows(this.#site.sp, list, ofPlanColumns, { first: page, filter });
      const own = rows.filter((row) => isOfPlan(plan.id, row));
      const since = await inPieces(own, (row) => {
        const written = read(list, writtenRow, row);
        return dayOf(written.Modified) > day ? [written] : [];
      });
      return since.flat();
    };
    const [plans, ofRecommendations, ofActions] = [
      first.plans.map((row) => read("Plans", writtenRow, row)),
      await changed("Recommendations", first.recommendations),
      await changed("Actions", first.actions),
    ];
    return {
      begun: plans[0]?.Created ?? `${day}T00:00:00Z`,
      recommendations: await this.#wordings(
        "Recommendations",
        ofRecommendations,
        recommendations,
        toRecommendation,
      ),
      actions: await this.#wordings("Actions", ofActions, actions, toAction),
    };
  }

  async #wordings<T extends { readonly id: number }>(
    list: DefinitionList,
    written: readonly Written[],
    current: readonly T[],
    toDefinition: (row: unknown) => T,
  ): Promise<ReadonlyMap<number, readonly Worded<T>[]>> {
    const now = new Map(current.map((each) => [each.id, each]));
    const [rewritten, asAdded] = [true, false].map((wanted) =>
      written.filter(({ Created, Modified }) => (Created !== Modified) === wanted),
    );
    const once = (asAdded ?? []).flatMap((row): [number, Worded<T>[]][] => {
      const as = now.get(row.Id);
      return as ? [[row.Id, [{ at: row.Created, author: authorOf(row), as }]]] : [];
    });
    const columns = definitionColumns[list].filter(
      (name) => name !== "Id" && name !== "LeadOfficersId",
    );
    const versions = await inOneBatch(this.#site, (sp) =>
      (rewritten ?? []).map(({ Id }) =>
        sp.web.lists
          .getByTitle(list)
          .items.getById(Id)
          .versions.select(...columns, "Created", "Editor")<unknown>(),
      ),
    );
    const often = (rewritten ?? []).map((row, index): [number, Worded<T>[]] => [
      row.Id,
      sinceItWasAdded(row, toWordings(list, row.Id, versions[index], toDefinition)),
    ]);
    return new Map([...once, ...often]);
  }
}

/** Oldest first; SharePoint gives the newest first. */
function toWordings<T>(
  list: DefinitionList,
  itemId: number,
  answer: unknown,
  toDefinition: (row: unknown) => T,
): Worded<T>[] {
  return v
    .parse(v.array(v.unknown()), answer)
    .map((row) => read(list, versionRow, row))
    .map((row): Worded<T> => ({
      at: versionMoment(row),
      author: versionAuthor(row),
      as: toDefinition({ ...row, Id: itemId }),
    }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1));
}

/** A site may keep only the newest versions of an item: it was there before the oldest of them, and is taken to have read so. */
function sinceItWasAdded<T>(row: Written, [first, ...later]: readonly Worded<T>[]): Worded<T>[] {
  if (!first) return [];
  return [{ ...first, at: row.Created, author: authorOf(row) ?? first.author }, ...later];
}

function authorOf({ Author }: Written) {
  return Author ? { id: Author.Id, name: Author.Title } : undefined;
}
