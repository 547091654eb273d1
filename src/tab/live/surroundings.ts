/** What the browser knows about whether anybody is looking, and whether there is a network. */
export interface Surroundings {
  visible(): boolean;
  online(): boolean;
  now(): Date;
  /** Calls the listener when one of them changes; the answer ends that. */
  watch(listener: () => void): () => void;
}

export function surroundingsOf(view: Window): Surroundings {
  const { document, navigator } = view;
  return {
    visible: () => document.visibilityState === "visible",
    online: () => navigator.onLine,
    now: () => new Date(),
    watch(listener) {
      document.addEventListener("visibilitychange", listener);
      view.addEventListener("online", listener);
      view.addEventListener("offline", listener);
      return () => {
        document.removeEventListener("visibilitychange", listener);
        view.removeEventListener("online", listener);
        view.removeEventListener("offline", listener);
      };
    },
  };
}
