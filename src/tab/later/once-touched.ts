const signs = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/** Milliseconds until it is done though nobody touched anything. */
const quietMs = 30_000;

/**
 * Does something at the first sign that somebody is there, a pointer that moves, a touch, a key, and else when the page
 * has been there for a while. The answer takes that back.
 */
export function onceTouched(work: () => void): () => void {
  const stop = new AbortController();
  const timer = setTimeout(first, quietMs);
  function first(): void {
    end();
    work();
  }
  function end(): void {
    clearTimeout(timer);
    stop.abort();
  }
  for (const sign of signs)
    window.addEventListener(sign, first, { capture: true, passive: true, signal: stop.signal });
  return end;
}
