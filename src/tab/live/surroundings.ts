import type { Host } from "#tab/teams/host.ts";

/** What the browser knows about whether anybody is looking, and whether there is a network. */
export interface Surroundings {
  visible(): boolean;
  online(): boolean;
  now(): Date;
  /** Calls the listener when one of them changes; the answer ends that. */
  watch(listener: () => void): () => void;
}

/** Those of a page that Teams shows, or keeps out of sight. */
export function surroundingsOf(
  view: Window,
  presence: Host["presence"],
  now: () => Date,
): Surroundings {
  const { document, navigator } = view;
  return {
    visible: () => document.visibilityState === "visible" && presence.current(),
    online: () => navigator.onLine,
    now,
    watch(listener) {
      document.addEventListener("visibilitychange", listener);
      view.addEventListener("online", listener);
      view.addEventListener("offline", listener);
      const leave = presence.subscribe(listener);
      return () => {
        leave();
        document.removeEventListener("visibilitychange", listener);
        view.removeEventListener("online", listener);
        view.removeEventListener("offline", listener);
      };
    },
  };
}
