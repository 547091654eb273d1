import type { Site } from "../session.ts";
import { number, text } from "../store/row.ts";
import { answerWithin } from "./handshake.ts";
import { allHooks, deleteHook, markTold, untoldChange, type Hook } from "./hook.ts";

export interface DeliveryTimes {
  /** Milliseconds that changes are gathered before they are told. */
  readonly gather: number;
  /** Milliseconds before the second attempt; each further one waits twice as long. */
  readonly retry: number;
}

/** As a tenant does it, only sooner: SharePoint gathers for about a minute and tries again after five. */
const usualTimes: DeliveryTimes = { gather: 250, retry: 1000 };

/** How often a notification is sent before it is given up. */
const mostAttempts = 5;

interface Due {
  readonly hook: Hook;
  readonly listId: string;
  readonly web: Site;
  readonly upTo: number;
}

/**
 * Tells webhooks that their lists have changed: one message for each address at a time, however much has changed.
 * What was not told before the service ended is told when it runs again.
 */
export class Deliveries {
  readonly #site: Site;
  readonly #times: DeliveryTimes;
  /** Addresses that a message is on the way to, or that are waited for. */
  readonly #busy = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #end = new AbortController();
  #gathering = false;

  constructor(site: Site, times: DeliveryTimes = usualTimes) {
    this.#site = site;
    this.#times = times;
  }

  /** Says that something may have changed. */
  poke(): void {
    if (this.#gathering) return;
    this.#gathering = true;
    this.#after(this.#times.gather, () => {
      this.#gathering = false;
      for (const url of new Set(this.#due().map(({ hook }) => hook.url)))
        if (!this.#busy.has(url)) void this.#deliver(url, 1);
    });
  }

  close(): void {
    this.#end.abort();
    for (const timer of this.#timers) clearTimeout(timer);
  }

  async #deliver(url: string, attempt: number): Promise<void> {
    this.#busy.add(url);
    const due = this.#due().filter(({ hook }) => hook.url === url);
    const taken = await this.#send(url, due);
    if (this.#end.signal.aborted) return;
    if (!taken && attempt < mostAttempts) {
      const wait = this.#times.retry * 2 ** (attempt - 1);
      this.#after(wait, () => void this.#deliver(url, attempt + 1));
      return;
    }
    for (const { hook, upTo } of due) markTold(this.#site.database, hook.id, upTo);
    this.#busy.delete(url);
    if (due.length > 0) this.poke();
  }

  /** Whether the message was taken; there is none to send where the subscriptions have gone meanwhile. */
  async #send(url: string, due: readonly Due[]): Promise<boolean> {
    if (due.length === 0) return true;
    try {
      const response = await fetch(url, {
        method: "POST",
        redirect: "manual",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ value: due.map(notification) }),
        signal: AbortSignal.any([this.#end.signal, AbortSignal.timeout(answerWithin)]),
      });
      await response.body?.cancel();
      return response.ok;
    } catch {
      return false;
    }
  }

  #due(): Due[] {
    const { database } = this.#site;
    const now = new Date().toISOString();
    return allHooks(database).flatMap((hook): Due[] => {
      if (hook.expires <= now) {
        deleteHook(database, hook.id);
        return [];
      }
      const list = database.one("SELECT id, web FROM lists WHERE number = ?", hook.list);
      const web = list && this.#site.webs.byNumber(this.#site, number(list, "web"));
      const upTo = list && untoldChange(database, text(list, "id"), hook.told);
      return web && upTo !== undefined ? [{ hook, listId: text(list, "id"), web, upTo }] : [];
    });
  }

  #after(milliseconds: number, work: () => void): void {
    if (this.#end.signal.aborted) return;
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, milliseconds);
    timer.unref();
    this.#timers.add(timer);
  }
}

function notification({ hook, listId, web }: Due) {
  return {
    subscriptionId: hook.id,
    clientState: hook.state,
    expirationDateTime: hook.expires,
    resource: listId,
    tenantId: "00000000-0000-0000-0000-000000000000",
    siteUrl: web.path,
    webId: web.webId,
  };
}
