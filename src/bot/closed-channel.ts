import { statusOf } from "./send-again.ts";

/** The app was taken out, the channel is archived or gone (learn.microsoft.com: Send proactive messages). */
const statuses = new Set([403, 404]);

/** In words that Teams lets the app write there no more; undefined where it failed for another reason. */
export function closedChannel(cause: unknown): string | undefined {
  return statuses.has(statusOf(cause) ?? 0)
    ? "Teams does not let the app write there: the channel may be archived, or the app was removed from the team."
    : undefined;
}
