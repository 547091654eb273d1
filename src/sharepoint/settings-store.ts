import { InjectHeaders } from "@pnp/queryable";
import "@pnp/sp/items/index.js";
import * as v from "valibot";
import type { SettingsThen } from "#plan/check-settings.ts";
import { ConflictError } from "#plan/errors.ts";
import type { PlanSettings } from "#plan/plan.ts";
import type { SettingsStore } from "#usecases/ports/settings.ts";
import { rethrow } from "./errors.ts";
import { toPlanSettings } from "./plan-settings.ts";
import { whole } from "./whole.ts";
import { optionalText, read } from "./row.ts";
import { site, type Site, type SiteOptions } from "./site.ts";
import { versionAuthor, versionMoment, versionOf } from "./versions-of-items.ts";

const settingsRow = v.object({ "odata.etag": v.string(), Settings: optionalText });
const versionRow = v.object({ ...versionOf, Settings: optionalText });

/** Owners are few; more often than this, and something else is wrong. */
const tries = 4;

/** A plan's settings in its own item, and who set them, as SharePoint's versions of the item tell. */
export class SharePointSettingsStore implements SettingsStore {
  readonly #site: Site;

  constructor(of: Site) {
    this.#site = of;
  }

  async change(
    planId: number,
    change: (now: PlanSettings | undefined) => PlanSettings,
  ): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#change(planId, change).catch(rethrow("change this plan’s settings"));
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === tries) throw error;
      }
    }
  }

  async history(planId: number): Promise<readonly SettingsThen[]> {
    const answer: unknown = await this.#item(planId)
      .versions.select("Settings", "Created", "Editor")()
      .catch(rethrow("read who set what of this plan"));
    return v
      .parse(v.array(v.unknown()), answer)
      .map((row) => read("Plans", versionRow, row))
      .map((row) => ({
        at: versionMoment(row),
        by: versionAuthor(row),
        settings: toPlanSettings(row.Settings),
      }))
      .toReversed();
  }

  async #change(
    planId: number,
    change: (now: PlanSettings | undefined) => PlanSettings,
  ): Promise<void> {
    const row = read(
      "Plans",
      settingsRow,
      await this.#item(planId)
        .select("Settings")
        .using(InjectHeaders({ Accept: "application/json;odata=minimalmetadata" }))(),
    );
    const settings = change(toPlanSettings(row.Settings));
    await this.#item(planId).update({ Settings: JSON.stringify(settings) }, row["odata.etag"]);
  }

  #item(planId: number) {
    return this.#site.sp.web.lists.getByTitle("Plans").items.getById(whole(planId));
  }
}

/** A plan's settings, apart from the other stores: few look at them, and only its owners change them. */
export function connectSettings(options: SiteOptions): SettingsStore {
  return new SharePointSettingsStore(site(options));
}
