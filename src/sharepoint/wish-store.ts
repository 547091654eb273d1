import type { Agency } from "#plan/plan.ts";
import type { ReminderWish } from "#plan/reminders/when-to-remind.ts";
import type { WishStore } from "#usecases/send-reminders.ts";
import { appendOnce, itemKey } from "./append-once.ts";
import { rethrow } from "./errors.ts";
import type { Site } from "./site.ts";
import * as v from "valibot";

/** What a person asks for about their own reminders, written with their own token: nobody can ask for another. */
export class SharePointWishStore implements WishStore {
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  /**
   * Once a key, into the folder of an agency that the person speaks for; owners and the challenge group need none. Throws
   * NotAllowedError, UnavailableError.
   */
  async wish(
    wish: ReminderWish,
    of: { readonly agency?: Agency; readonly key: string },
  ): Promise<void> {
    await appendOnce(this.#site, "Preferences", {
      values: {
        Title: wish.off ? "No reminders" : "Reminders",
        Key: v.parse(itemKey, of.key),
        Reminders: wish.off ? "off" : "on",
        QuietFrom: wish.quietFrom,
        QuietUntil: wish.quietUntil,
      },
      about: [],
      ...(of.agency ? { folder: of.agency.folder } : {}),
    }).catch(rethrow("keep what you asked for about reminders"));
  }
}
