import { useSyncExternalStore } from "react";

/** A drawer is as wide as this, pixels; a tab that is not wider is covered by it. */
const narrowerThanDrawer = window.matchMedia("(max-width: 840px)");

/** Whether an open drawer covers the whole tab: what is behind it must then be out of reach of the keyboard too. */
export function useDrawerCovers(): boolean {
  return useSyncExternalStore(
    (listener) => {
      narrowerThanDrawer.addEventListener("change", listener);
      return () => narrowerThanDrawer.removeEventListener("change", listener);
    },
    () => narrowerThanDrawer.matches,
  );
}
