import { waitAsked } from "#plan/errors.ts";
import { useEffect, useEffectEvent } from "react";

/** Tries again by itself once the wait is over that SharePoint asked for, if it did. */
export function useAgainAfter(error: unknown, onRetry: () => void): void {
  const again = useEffectEvent(onRetry);
  useEffect(() => {
    const seconds = waitAsked(error);
    if (seconds === undefined) return undefined;
    const timer = setTimeout(() => again(), seconds * 1000);
    return () => clearTimeout(timer);
  }, [error]);
}
