import { z } from "zod";
import { channelOf } from "./channel-of.ts";
import type { Handling } from "./handling.ts";

const place = z.object({
  conversation: z.object({ id: z.string() }),
  channelData: z
    .object({
      channel: z.object({ id: z.string() }).nullish(),
      settings: z.object({ selectedChannel: z.object({ id: z.string() }).nullish() }).nullish(),
    })
    .nullish(),
});

/** The app was taken out, or the team or channel archived or deleted: nothing that nobody waits for is sent there. */
export function onClosed({ closed, log }: Handling, received: unknown): void {
  const channels = channelsOf(received);
  for (const channel of channels) closed.close(channel);
  log("warn", "app may write here no more", { conversation: channels[0] });
}

/** It is open again: what was posted of the plans that live there is brought up to date. */
export async function onOpened(handling: Handling, received: unknown): Promise<void> {
  const { closed, cards, appStores } = handling;
  const channels = channelsOf(received);
  const wereClosed = channels.filter((channel) => closed.reopen(channel));
  if (wereClosed.length === 0) return;
  for (const { id, channel } of await appStores.plans.list()) {
    if (channel && wereClosed.includes(channel)) await cards.refreshAll(id);
  }
}

/** What is said of a team is said in one of its channels, and names another one at most. */
function channelsOf(received: unknown): readonly string[] {
  const { data } = place.safeParse(received);
  if (!data) return [];
  const { channel, settings } = data.channelData ?? {};
  return [
    ...new Set(
      [channelOf(data.conversation.id), channel?.id, settings?.selectedChannel?.id].filter(
        (id) => id,
      ),
    ),
  ].flatMap((id) => id ?? []);
}
