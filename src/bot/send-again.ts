const retried = new Set([412, 429, 502, 503, 504]);
const pausesMilliseconds = [400, 1_200];

/** Tries again, with jitter, where the connector says that it is worth it (learn.microsoft.com: rate limits). */
export async function sendAgain<T>(send: () => Promise<T>): Promise<T> {
  for (const pause of pausesMilliseconds) {
    try {
      return await send();
    } catch (cause) {
      const status = cause instanceof Error && "status" in cause ? cause.status : undefined;
      if (typeof status !== "number" || !retried.has(status)) throw cause;
      await new Promise((resolve) => setTimeout(resolve, pause * (0.5 + Math.random())));
    }
  }
  return send();
}
