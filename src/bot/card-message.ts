import { MessageActivityInput } from "@microsoft/teams.api";
import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { plain } from "#cards/plain.ts";

/** A message of one card. Its summary is what a notification and a list of chats show instead. */
export function cardMessage(card: IAdaptiveCard): MessageActivityInput {
  const summary = plain(card.fallbackText ?? "", 200);
  return new MessageActivityInput("", { summary }).addCard("adaptive", card);
}
