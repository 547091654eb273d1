import { nextTask, type Pause } from "#usecases/pause.ts";

/** Milliseconds of work after which the page may draw: half of a frame. */
const atOnce = 8;

/**
 * For long work on the page: each call lets it draw and answer keys, where the work has gone on for a while. Not by a
 * timer, of which a hidden tab gets one a second.
 */
export function pauses(): Pause {
  let since = performance.now();
  return async () => {
    if (performance.now() - since < atOnce) return;
    await nextTask();
    since = performance.now();
  };
}
