import { InjectHeaders } from "@pnp/queryable";
import * as v from "valibot";
import type { Action, Recommendation } from "#plan/plan.ts";
import type { DefinitionStore, Versioned } from "#usecases/ports/definitions.ts";
import { definitionColumns, toAction, toRecommendation } from "./definition-rows.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import { actionValues, recommendationValues } from "./definition-values.ts";
import { site, type Site, type SiteOptions } from "./site.ts";

const tagged = v.object({ "odata.etag": v.string() });

type Values = Readonly<Record<string, string | number | undefined>>;
type List = "Actions" | "Recommendations";

/** Definitions one at a time, as their owners change them: by ETag, so that nobody's change is overwritten unseen. */
class SharePointDefinitionStore implements DefinitionStore {
  readonly #site: Site;

  constructor(of: Site) {
    this.#site = of;
  }

  async action(actionId: number): Promise<Versioned<Action>> {
    return this.#read("Actions", actionId, toAction);
  }

  async recommendation(recommendationId: number): Promise<Versioned<Recommendation>> {
    return this.#read("Recommendations", recommendationId, toRecommendation);
  }

  async changeAction({ is, version }: Versioned<Action>, to: Partial<Action>): Promise<void> {
    const values = changed(actionValues(is), actionValues({ ...is, ...to }));
    await this.#change("Actions", { id: is.id, version }, values);
  }

  async changeRecommendation(
    { is, version }: Versioned<Recommendation>,
    to: Partial<Recommendation>,
  ): Promise<void> {
    const values = changed(recommendationValues(is), recommendationValues({ ...is, ...to }));
    await this.#change("Recommendations", { id: is.id, version }, values);
  }

  async #read<T>(list: List, id: number, read: (row: unknown) => T): Promise<Versioned<T>> {
    const row: unknown = await this.#site.sp.web.lists
      .getByTitle(list)
      .items.getById(whole(id))
      .select(...definitionColumns[list])
      // With its metadata, which is where an item's ETag stands.
      .using(InjectHeaders({ Accept: "application/json;odata=minimalmetadata" }))()
      .catch(rethrow("open this for changing"));
    return { is: read(row), version: v.parse(tagged, row)["odata.etag"] };
  }

  async #change(
    list: List,
    { id, version }: { readonly id: number; readonly version: string },
    values: Values,
  ): Promise<void> {
    if (Object.keys(values).length === 0) return;
    await this.#site.sp.web.lists
      .getByTitle(list)
      .items.getById(whole(id))
      .update(values, version)
      .catch(rethrow("change this"));
  }
}

/** The columns that differ; an empty text takes away what stood there. */
function changed(from: Values, to: Values): Values {
  return Object.fromEntries(
    Object.entries(to)
      .filter(([column, value]) => (value ?? "") !== (from[column] ?? ""))
      .map(([column, value]) => [column, value ?? ""]),
  );
}

/** Definitions to be changed, apart from the other stores: only a plan's owners need them. */
export function connectDefinitions(options: SiteOptions): DefinitionStore {
  return new SharePointDefinitionStore(site(options));
}
