import { useSyncExternalStore } from "react";

/** Where import.css lets the whole page scroll: on a phone, at 400 % zoom, in a low window. */
const narrowOrLow = window.matchMedia("(max-width: 760px), (max-height: 479px)");

function subscribe(listener: () => void): () => void {
  narrowOrLow.addEventListener("change", listener);
  return () => narrowOrLow.removeEventListener("change", listener);
}

/** Whether the rows of a review scroll with the page; else they have a box of their own. */
export function usePageScrolls(): boolean {
  return useSyncExternalStore(subscribe, () => narrowOrLow.matches);
}
