import { UnavailableError, waitAsked } from "#plan/errors.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useEffect, useEffectEvent } from "react";

/** Milliseconds between two tries of what SharePoint did not answer. */
const pauseMs = 15_000;

/**
 * Tries again while somebody looks, and at once when the network is back, where SharePoint was out of reach and did not
 * say when it can be asked; what is shown stays until that works.
 */
export function useAgainQuietly(error: unknown, again: (() => void) | undefined): boolean {
  const { presence } = usePorts().host;
  const ask = useEffectEvent(() => {
    if (document.visibilityState === "visible" && presence.current()) again?.();
  });
  const goesOn =
    again !== undefined && error instanceof UnavailableError && waitAsked(error) === undefined;
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
  return goesOn;
}
