import type { Frame } from "playwright-core";

/**
 * Resolves when the page has drawn itself: two frames, or a second where Chromium draws none, as it may on a machine
 * with everything else to do. A timer runs even then.
 */
export async function drawn(frame: Frame): Promise<void> {
  await frame.evaluate(
    () =>
      new Promise((resolve) => {
        requestAnimationFrame(() => requestAnimationFrame(resolve));
        setTimeout(resolve, 1000);
      }),
  );
}

/** Rejects with the words of what was waited for where it takes longer than that: Playwright's `evaluate` has no end of its own. */
export async function within<T>(seconds: number, what: string, result: Promise<T>): Promise<T> {
  const over = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => over.reject(new Error(`${what} took longer than ${seconds} seconds.`)),
    seconds * 1000,
  );
  try {
    return await Promise.race([result, over.promise]);
  } finally {
    clearTimeout(timer);
  }
}
