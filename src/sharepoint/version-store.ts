import * as v from "valibot";
import { NotAllowedError } from "#plan/errors.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import type { NewVersion, VersionStore } from "#usecases/ports/history.ts";
import { isDuplicateValue, rethrow } from "./errors.ts";
import { whole } from "./whole.ts";
import { rowsOf } from "./queries.ts";
import type { Site } from "./site.ts";
import { toVersion, versionColumns } from "./version-rows.ts";

const keyRow = v.object({ Key: v.string(), Title: v.string() });

/** A plan's versions and when it was sent; SharePoint lets the plan's owners write both. */
export class SharePointVersionStore implements VersionStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async forPlan(planId: number): Promise<readonly PlanVersion[]> {
    const rows = await rowsOf(
      this.#site.sp,
      "Versions",
      versionColumns,
      `PlanId eq ${whole(planId)}`,
    ).catch(rethrow("read the versions of this plan"));
    return rows.map(toVersion);
  }

  /** Two requests, for two lists: a version whose number did not get onto the plan is written again with its key. */
  async add(version: NewVersion): Promise<void> {
    await this.#add(version).catch(rethrow("write down a version of this plan"));
    await this.#change(version.planId, { PlanVersion: version.number }).catch(
      rethrow("write the version's number on this plan"),
    );
  }

  async submitted(planId: number, on: IsoDate, to: string): Promise<void> {
    await this.#change(planId, { Submitted: on, SubmittedTo: to }).catch(
      rethrow("mark this plan as sent"),
    );
  }

  async #add(version: NewVersion): Promise<void> {
    try {
      await this.#site.sp.web.lists.getByTitle("Versions").items.add({
        Title: version.number,
        Key: version.key,
        PlanId: whole(version.planId),
        Date: version.date,
        DateAsPrinted: version.dateAsPrinted,
        WrittenBy: version.author,
        Comment: version.comment,
        CirculatedTo: version.circulatedTo,
      });
    } catch (cause) {
      if (!isDuplicateValue(cause)) throw cause;
      await this.#refuseUnlessOwn(version);
    }
  }

  async #refuseUnlessOwn({ planId, key, number }: NewVersion): Promise<void> {
    const rows = await rowsOf(
      this.#site.sp,
      "Versions",
      ["Key", "Title"],
      `PlanId eq ${whole(planId)}`,
    );
    const written = rows.map((row) => v.parse(keyRow, row)).find((row) => row.Key === key);
    if (written?.Title !== number)
      throw new NotAllowedError(
        "This was saved before as something else. Reload, and say it again.",
      );
  }

  async #change(planId: number, values: Readonly<Record<string, string>>): Promise<void> {
    await this.#site.sp.web.lists.getByTitle("Plans").items.getById(whole(planId)).update(values);
  }
}
