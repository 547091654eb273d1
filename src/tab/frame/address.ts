import { startTransition, useEffect, useState } from "react";

/** What the page shows, as its own address and links say it. */
export interface Address {
  /** Which view of the plan: `plan`, `summary`, `changes` and so on (views.ts). */
  readonly view: string;
  /** What is open in the drawer: `action/12`, `recommendation/3`. */
  readonly place?: string | undefined;
  /** The view's own words, as they stand after a question mark: `agency=CCG&rating=amber`. */
  readonly query: string;
}

/** `summary`, `plan?agency=CCG`, `action/12`, `meeting/3`, `changes/action/12?from=2026-10-22`. */
const written =
  /^(?:(?<view>(?!(?:action|recommendation)\b)[a-z]+)(?:\/(?<id>[1-9]\d*))?)?(?:(?:^|\/)(?<place>(?:action|recommendation)\/\d+))?(?:\?(?<query>.*))?$/;

/** What a link can open: an address, in a plan or in whichever the tab shows, or a plan alone. */
const linked = /^(?:plan\/(?<plan>[1-9]\d*)(?:\/|$))?(?<address>.*)$/;

interface Linked {
  readonly plan?: number;
  /** `action/12`, `summary?agency=CCG` */
  readonly address?: string;
}

/** Takes a link's `plan/3/summary` apart; empty for one that leads nowhere. */
export function linkedTo(subPageId: string | undefined): Linked {
  const { plan, address = "" } = linked.exec(subPageId ?? "")?.groups ?? {};
  if (!written.test(address)) return {};
  return {
    ...(plan === undefined ? {} : { plan: Number(plan) }),
    ...(address === "" ? {} : { address }),
  };
}

/** What stands after the # of the page, else what Teams was linked to; the plan for anything that cannot be read. */
export function addressOf(hash: string, subPageId: string | undefined): Address {
  const own = hash.replace(/^#/, "");
  return readAddress(own === "" ? (linkedTo(subPageId).address ?? "") : own);
}

function readAddress(text: string): Address {
  const { view = "plan", id, place, query = "" } = written.exec(text)?.groups ?? {};
  // A link may say "meeting/3" for one of what a view lists.
  const words = [...(id === undefined ? [] : [`id=${id}`]), ...(query === "" ? [] : [query])];
  return { view, place, query: words.join("&") };
}

/** The address as it stands after the # and in links: `summary`, `action/12?agency=CCG`. */
export function writeAddress({ view, place, query }: Address): string {
  const path = view === "plan" && place !== undefined ? [place] : [view, place];
  const parts = path.filter((part) => part !== undefined).join("/");
  return query === "" ? parts : `${parts}?${query}`;
}

/** Milliseconds: browsers refuse an address that is written with every key. */
const calmMs = 250;

/** Told of the new address; calmly where it may change again with the next key, so that typing comes first. */
type Listener = (address: Address, calmly: boolean) => void;

/** Where the reader is. It stands in the page's own address too, so that a reload comes back to it. */
export class ReaderPlace {
  readonly #subPageId: string | undefined;
  readonly #listeners = new Set<Listener>();
  readonly #queries = new Map<string, string>();
  #current: Address;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(subPageId: string | undefined) {
    this.#subPageId = subPageId;
    this.#current = addressOf(window.location.hash, subPageId);
  }

  readonly current = (): Address => this.#current;

  /** Calls the listener when the reader goes elsewhere; the answer ends that. */
  readonly subscribe = (listener: Listener): (() => void) => {
    this.#listeners.add(listener);
    window.addEventListener("hashchange", this.#follow);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) window.removeEventListener("hashchange", this.#follow);
    };
  };

  /** Opens a place in the drawer over the present view; undefined closes it. */
  readonly go = (place: string | undefined): void =>
    this.#become({ ...this.#current, place }, { calmly: false });

  /** Another view: with these words of its own, else with those that it had last. */
  readonly show = (view: string, query = this.#queries.get(view) ?? ""): void =>
    this.#become({ view, query }, { calmly: false });

  /** Other words for the present view, which may change with every key. */
  readonly say = (query: string): void =>
    this.#become({ ...this.#current, query }, { calmly: true });

  #become(next: Address, { calmly }: { calmly: boolean }): void {
    this.#current = next;
    this.#queries.set(next.view, next.query);
    clearTimeout(this.#timer);
    if (calmly) this.#timer = setTimeout(() => this.#write(), calmMs);
    else this.#write();
    for (const listener of this.#listeners) listener(next, calmly);
  }

  /** An empty # would say that the reader has gone nowhere since Teams linked here. */
  #write(): void {
    window.history.replaceState(null, "", `#${writeAddress(this.#current)}`);
  }

  readonly #follow = (): void => {
    clearTimeout(this.#timer);
    this.#current = addressOf(window.location.hash, this.#subPageId);
    for (const listener of this.#listeners) listener(this.#current, false);
  };
}

/** Where the reader is, and the ways to go elsewhere, which stay the same. */
export function useAddress(subPageId: string | undefined): [Address, ReaderPlace] {
  const [place] = useState(() => new ReaderPlace(subPageId));
  const [address, setAddress] = useState(place.current);
  useEffect(
    () =>
      place.subscribe((next, calmly) => {
        if (calmly) startTransition(() => setAddress(next));
        else setAddress(next);
      }),
    [place],
  );
  return [address, place];
}

/** The plan that the address asks for; undefined for the newest. */
export function planIdOf(search: string): number | undefined {
  const id = Number(new URLSearchParams(search).get("plan") ?? Number.NaN);
  return Number.isInteger(id) && id > 0 ? id : undefined;
}

/**
 * The address to open the tab with: a link to another plan than the tab's own wins, with the way back to the others,
 * as long as the reader has gone nowhere since.
 */
export function addressFor(address: URL, subPageId: string | undefined): URL {
  const { plan } = linkedTo(subPageId);
  if (plan === undefined || address.hash !== "" || planIdOf(address.search) === plan)
    return address;
  return withPlan(address, plan);
}

/** That plan, chosen by the reader or by a link: the others stay within reach. */
export function withPlan(address: URL, planId: number): URL {
  const chosen = new URL(address);
  chosen.searchParams.set("plan", String(planId));
  chosen.searchParams.set("choose", "");
  return chosen;
}

/** Whether this is the app by itself, opened by one person for themselves, and not a tab of a channel. */
export function isPersonal(search: string): boolean {
  return new URLSearchParams(search).has("mine");
}

/** What is the reader's own, in all plans: where the personal app begins. */
export function asksForMine({ search }: URL): boolean {
  return isPersonal(search) && planIdOf(search) === undefined;
}

/** Back from a plan to what is the reader's own. */
export function withoutPlan(address: URL): URL {
  const left = new URL(address);
  left.searchParams.delete("plan");
  left.searchParams.delete("choose");
  left.hash = "";
  return left;
}
