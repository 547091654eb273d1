import { app, conversations } from "@microsoft/teams-js";
import type { Host } from "./host.ts";
import { within } from "./within.ts";

interface Subject {
  readonly subEntityId: string;
  readonly title: string;
  readonly entityId: string;
}

const answerSeconds = 20;

/**
 * Shows a thread beside the tab where this Teams can (learn.microsoft.com: Create conversational tabs); a phone, and
 * Teams from elsewhere, go there by its link. `onClosed` is called where it stood beside the tab and was closed there.
 */
export async function openThread(
  { conversation, message, deepLink }: Parameters<Host["openThread"]>[0],
  subject: Subject,
  onClosed: () => void,
): Promise<void> {
  if (conversations.isSupported()) {
    const [channelId = conversation] = conversation.split(";");
    const place = { ...subject, channelId, conversationId: message };
    const beside = { ...place, onCloseConversation: onClosed };
    const asked = conversations.openConversation(beside);
    const opened = await within(answerSeconds, asked, "Teams does not answer.").then(
      () => true,
      () => false,
    );
    if (opened) return;
  }
  await app.openLink(deepLink);
}
