import { useSyncExternalStore } from "react";

/** How much room the tab has: a Teams window, a narrow one or tablet, a phone or side panel. */
export type Layout = "wide" | "narrow" | "phone";

const wide = window.matchMedia("(min-width: 1000px)");
const narrow = window.matchMedia("(min-width: 600px)");

function subscribe(listener: () => void): () => void {
  for (const query of [wide, narrow]) query.addEventListener("change", listener);
  return () => {
    for (const query of [wide, narrow]) query.removeEventListener("change", listener);
  };
}

function current(): Layout {
  if (wide.matches) return "wide";
  return narrow.matches ? "narrow" : "phone";
}

export function useLayout(): Layout {
  return useSyncExternalStore(subscribe, current);
}
