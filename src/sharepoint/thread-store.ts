import { InjectHeaders } from "@pnp/queryable";
import * as z from "zod/mini";
import { NotFoundError } from "#plan/errors.ts";
import type { ThreadPlace, ThreadStore } from "#usecases/card-ports.ts";
import { rethrow } from "./errors.ts";
import { whole } from "./plan-store.ts";
import type { Site } from "./site.ts";

const threadRow = z.object({
  PlanId: z.number(),
  Thread: z.optional(z.nullable(z.string())),
  "odata.etag": z.string(),
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
    const { PlanId, Thread, "odata.etag": version } = threadRow.parse(found);
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
