import { z } from "zod";
import { adoptChannel } from "./adopt-channel.ts";
import type { Handling } from "./handling.ts";
import { help } from "./commands.ts";
import { say } from "./say.ts";

const installed = z.object({
  from: z.object({ id: z.string() }),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
  channelData: z
    .object({
      settings: z.object({ selectedChannel: z.object({ id: z.string() }).optional() }).optional(),
    })
    .nullish(),
});

/** Somebody added the app: it says hello once, and makes a plan without a channel live there. */
export async function onInstalled(handling: Handling, received: unknown): Promise<void> {
  const parsed = installed.safeParse(received);
  if (!parsed.success) return;
  const { from, channelData } = parsed.data;
  const id = channelData?.settings?.selectedChannel?.id ?? parsed.data.conversation.id;
  const conversation = { ...parsed.data.conversation, id };
  const where =
    conversation.conversationType === "channel"
      ? await adoptChannel(handling, { conversation, from }).catch((cause: unknown) => {
          const error = cause instanceof Error ? cause.name : "unknown";
          handling.log("warn", "channel not adopted", { error });
          return "The plan cannot be reached just now. Its owner writes “use this channel” here later.";
        })
      : "";
  const words = ["Hello. This is the inspection action plan.", where, help];
  await say(handling.send, conversation.id, words.filter(Boolean).join(" "));
}
