/** Time, so that tests need not wait. */
export interface Clock {
  /** Milliseconds that only ever grow. */
  readonly now: () => number;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export const realClock: Clock = {
  now: () => performance.now(),
  pause: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};

const retried = new Set([412, 429, 502, 503, 504]);
const pausesMilliseconds = [400, 1_200, 3_600, 10_800];
/** What the connector asks for beyond this is not waited for. */
const longestPause = 60_000;

/**
 * Tries again, with jitter, where the connector says that it is worth it (learn.microsoft.com: rate limits), and no sooner
 * than it asks for. Throws what the last try threw.
 */
export async function sendAgain<T>(send: () => Promise<T>, clock = realClock): Promise<T> {
  for (const pause of pausesMilliseconds) {
    try {
      return await send();
    } catch (cause) {
      if (!retried.has(statusOf(cause) ?? 0)) throw cause;
      const asked = askedPause(cause);
      if (asked > longestPause) throw cause;
      await clock.pause(Math.max(asked, pause) * (1 + Math.random() / 2));
    }
  }
  return send();
}

/** The HTTP status that the connector or the token service refused with; undefined for anything else. */
export function statusOf(cause: unknown): number | undefined {
  const status = cause instanceof Error && "status" in cause ? cause.status : undefined;
  return typeof status === "number" ? status : undefined;
}

/** Milliseconds of a `Retry-After` in seconds; 0 where the answer has none. */
function askedPause(cause: unknown): number {
  const response = property(cause, "response");
  const seconds = Number(property(property(response, "headers"), "retry-after"));
  return Number.isFinite(seconds) ? seconds * 1_000 : 0;
}

function property(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null && name in of
    ? Object.entries(of).find(([key]) => key === name)?.[1]
    : undefined;
}
