import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useEffectEvent } from "react";

/** Milliseconds between two tries. */
const pauseMs = 15_000;

/** Tries again while somebody looks, and at once when the network is back; what is shown stays until that works. */
export function useAgainQuietly(again: (() => void) | undefined): void {
  const { presence } = usePorts().host;
  const ask = useEffectEvent(() => {
    if (document.visibilityState === "visible" && presence.current()) again?.();
  });
  const goesOn = again !== undefined;
  useEffect(() => {
    if (!goesOn) return undefined;
    const listener = () => ask();
    const timer = setInterval(listener, pauseMs);
    window.addEventListener("online", listener);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", listener);
    };
  }, [goesOn]);
}
