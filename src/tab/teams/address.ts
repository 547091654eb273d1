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
