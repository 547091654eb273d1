import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { useEffect, useState } from "react";

/** Milliseconds: who waits longer thinks it broken, and presses again. */
const slowMs = 8000;

const words =
  "SharePoint is slow to answer. It is still being saved, once: leave this open until it says Saved. You can go on reading.";

/** What to say while saving takes longer than usual; undefined until then. */
export function useSlow(saving: boolean): string | undefined {
  const announce = useAnnounce();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    if (!saving) return undefined;
    const timer = setTimeout(() => {
      setSlow(true);
      announce(words);
    }, slowMs);
    return () => {
      clearTimeout(timer);
      setSlow(false);
    };
  }, [saving, announce]);
  return slow ? words : undefined;
}
