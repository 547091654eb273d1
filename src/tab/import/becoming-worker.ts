import { sendParts } from "#tab/worker/send-parts.ts";
import {
  type BecomingAsked,
  BecomingFromParts,
  type BecomingPart,
  type BecomingSent,
} from "./becoming.ts";

/** Some of it; or in a sentence why there is none. Of what it was sent the worker says nothing but that it has it. */
export type BecomingSaid = BecomingPart | { readonly problem: string };

const sent = new BecomingFromParts();
const over = new AbortController();

// A plan of many thousand rows takes seconds to compare; the page stays usable meanwhile, and ends the worker to cancel it.
self.addEventListener(
  "message",
  ({ data }: MessageEvent<BecomingSent | { readonly asked: BecomingAsked }>) => {
    if ("asked" in data) void answer(data.asked);
    else self.postMessage(sent.take(data), { transfer: [] });
  },
  { signal: over.signal },
);

async function answer(asked: BecomingAsked): Promise<void> {
  over.abort();
  try {
    await sendParts(sent.parts(asked));
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause);
    self.postMessage({ problem } satisfies BecomingSaid, { transfer: [] });
  }
}
