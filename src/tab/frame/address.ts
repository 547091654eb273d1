import { useSyncExternalStore } from "react";

/** What the page's own address can open: `action/12`, `recommendation/3`. */
const places = /^(?:action|recommendation)\/\d+$/;

/** What a link can open: a place, in a plan or in whichever the tab shows, or a plan alone. */
const linked =
  /^(?:plan\/(?<plan>[1-9]\d*))?(?:(?:^|\/)(?<place>(?:action|recommendation)\/\d+))?$/;

interface Linked {
  readonly plan?: number;
  readonly place?: string;
}

/** Takes a link's `plan/3/action/12` apart; empty for one that leads nowhere. */
export function linkedTo(subPageId: string | undefined): Linked {
  const { plan, place } = linked.exec(subPageId ?? "")?.groups ?? {};
  return {
    ...(plan === undefined ? {} : { plan: Number(plan) }),
    ...(place === undefined ? {} : { place }),
  };
}

/** The place written after the # of the page, else the one Teams was linked to; undefined for the plan itself. */
export function placeOf(hash: string, subPageId: string | undefined): string | undefined {
  const written = hash.replace(/^#/, "");
  if (places.test(written)) return written;
  return written === "" ? linkedTo(subPageId).place : undefined;
}

/** The open place stands in the page's own address, so that a reload comes back to it. */
export function useAddress(
  subPageId: string | undefined,
): [place: string | undefined, go: (place: string | undefined) => void] {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return [placeOf(hash, subPageId), go];
}

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** `#plan` says that the reader closed what a link had opened. */
function go(place: string | undefined): void {
  window.location.replace(`#${place ?? "plan"}`);
}

/** The plan that the address asks for; undefined for the newest. */
export function planIdOf(search: string): number | undefined {
  const written = Number(new URLSearchParams(search).get("plan") ?? Number.NaN);
  return Number.isInteger(written) && written > 0 ? written : undefined;
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
