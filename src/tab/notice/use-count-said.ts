import { useEffect, useRef } from "react";
import { useAnnounce } from "./Announcer.tsx";

/**
 * Whoever does not see a list change hears how much is in it, after something else was `chosen` and so many milliseconds
 * without another choice. What comes and goes by itself is not said.
 */
export function useCountSaid(chosen: unknown, words: string, pauseMs = 0): void {
  const announce = useAnnounce();
  const last = useRef(chosen);
  useEffect(() => {
    if (last.current === chosen) return undefined;
    function say(): void {
      last.current = chosen;
      announce(words);
    }
    if (pauseMs === 0) return say();
    const timer = setTimeout(say, pauseMs);
    return () => clearTimeout(timer);
  }, [announce, chosen, words, pauseMs]);
}
