import type { HostFrame } from "#tab/teams/host.ts";

const held = "side panel of a meeting";

/**
 * Whether this page is the one that says what happened. Stage and side panel of one person are two pages, and both know
 * it: the side panel says it, where it is open.
 */
export async function speaks(frame: HostFrame): Promise<boolean> {
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
