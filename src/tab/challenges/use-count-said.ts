import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { useEffect, useRef } from "react";

/**
 * Whoever does not see the list change hears how much is in it, after something else was chosen. What comes and goes by
 * itself is not said here.
 */
export function useCountSaid(chosen: string, words: string): void {
  const announce = useAnnounce();
  const last = useRef(chosen);
  useEffect(() => {
    if (last.current === chosen) return;
    last.current = chosen;
    announce(words);
  }, [announce, chosen, words]);
}
