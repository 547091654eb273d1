import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { HostFrame } from "#tab/teams/host.ts";
import { useCallback } from "react";

const held = "side panel of a meeting";

/**
 * Says what happened where no other page of this reader does. Stage and side panel of one person are two pages, and both
 * know it: the side panel says it, where it is open.
 */
export function useOneVoice(): (words: string) => void {
  const announce = useAnnounce();
  const { frame } = usePorts().host;
  return useCallback(
    (words) => void speaks(frame).then((here) => here && announce(words)),
    [announce, frame],
  );
}

async function speaks(frame: HostFrame): Promise<boolean> {
  if (frame !== "stage") return true;
  const { held: locks = [] } = await navigator.locks.query();
  return locks.every(({ name }) => name !== held);
}

/** Speaks for the stage too, as long as the page is open; the answer ends that. */
export function speakForStage(): () => void {
  const over = Promise.withResolvers<void>();
  void navigator.locks.request(held, { mode: "shared" }, () => over.promise);
  return () => over.resolve();
}
