import { useSyncExternalStore } from "react";

/** What a link can open: `action/12`, `recommendation/3`. */
const places = /^(action|recommendation)\/\d+$/;

/** The place written after the # of the page, else the one Teams was linked to; undefined for the plan itself. */
export function placeOf(hash: string, subPageId: string | undefined): string | undefined {
  const written = hash.replace(/^#/, "");
  if (places.test(written)) return written;
  return written === "" && subPageId !== undefined && places.test(subPageId)
    ? subPageId
    : undefined;
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
