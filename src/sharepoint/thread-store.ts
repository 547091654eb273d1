import { InjectHeaders } from "@pnp/queryable";
import * as v from "valibot";
import { NotFoundError } from "#plan/errors.ts";
import type { ThreadPlace, ThreadStore } from "#usecases/card-ports.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import type { Site } from "./site.ts";
import { finite } from "./row.ts";

const threadRow = v.object({
  PlanId: finite,
  Thread: v.nullish(v.string()),
  "odata.etag": v.string(),
});

/** Each recommendation's thread, in its own item. */
export class SharePointThreadStore implements ThreadStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async of(planId: number, recommendationId: number): Promise<ThreadPlace> {
    // With its metadata, for the version: of two who make the thread at once, one is told that it was late.
    const found: unknown = await this.#item(recommendationId)
      .select("PlanId", "Thread")
      .using(InjectHeaders({ Accept: "application/json" }))()
      .catch(rethrow("find the thread of this recommendation"));
    const { PlanId, Thread, "odata.etag": version } = v.parse(threadRow, found);
    if (PlanId !== planId) {
      throw new NotFoundError("This recommendation is not part of the plan that was named.");
    }
    return { written: Thread || undefined, version };
  }

  async write(
    recommendationId: number,
    { version }: ThreadPlace,
    written: string | undefined,
  ): Promise<void> {
    await this.#item(recommendationId)
      .update({ Thread: written ?? "" }, version)
      .catch(rethrow("remember the thread of this recommendation"));
  }

  #item(recommendationId: number) {
    return this.#site.sp.web.lists
      .getByTitle("Recommendations")
      .items.getById(whole(recommendationId));
  }
}
