import { MessageActivityInput } from "@microsoft/teams.api";
import type { Send } from "./send-queue.ts";

/** Plain text: what people wrote may stand in it, and is no Markdown. */
export async function say(send: Send, conversation: string, text: string): Promise<void> {
  await send(conversation, new MessageActivityInput(text).withTextFormat("plain"));
}
