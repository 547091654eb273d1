import "@pnp/sp/subscriptions/index.js";
import * as v from "valibot";
import type { ChangeNotices } from "#usecases/card-ports.ts";
import { watchedLists } from "./change-feed.ts";
import { rethrow } from "./errors.ts";
import type { Site } from "./site.ts";

const subscriptions = v.array(
  v.object({ id: v.string(), notificationUrl: v.string(), expirationDateTime: v.string() }),
);

const millisecondsADay = 86_400_000;
/** SharePoint takes at most 180 days (learn.microsoft.com: SharePoint webhooks overview). */
const days = 170;
/** A subscription that ends sooner is renewed. */
const renewDays = 60;

/** SharePoint's webhooks on the lists whose items cards show. */
export class SharePointChangeNotices implements ChangeNotices {
  readonly #site: Site;
  readonly #now: () => Date;

  constructor(site: Site, now: () => Date = () => new Date()) {
    this.#site = site;
    this.#now = now;
  }

  async ask(address: string, secret: string): Promise<void> {
    for (const list of watchedLists) {
      await this.#askOf(list, address, secret).catch(rethrow(`hear of changes in ${list}`));
    }
  }

  async #askOf(list: string, address: string, secret: string): Promise<void> {
    const { subscriptions: all } = this.#site.sp.web.lists.getByTitle(list);
    const found = v.parse(subscriptions, await all());
    const [own, ...more] = found.filter(({ notificationUrl }) => notificationUrl === address);
    for (const { id } of more) await all.getById(id).delete();
    const until = new Date(this.#now().getTime() + days * millisecondsADay).toISOString();
    if (!own) await all.add(address, until, secret);
    else if (this.#endsSoon(own.expirationDateTime)) await all.getById(own.id).update(until);
  }

  #endsSoon(end: string): boolean {
    return Date.parse(end) < this.#now().getTime() + renewDays * millisecondsADay;
  }
}
