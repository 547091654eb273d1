import type { AdaptiveCardActionResponse } from "@microsoft/teams.api";
import type { IAdaptiveCard } from "@microsoft/teams.cards";

export type CardAnswer = AdaptiveCardActionResponse;

/** The card that this person, and nobody else, sees in place of the one they pressed. */
export function showCard(card: IAdaptiveCard): CardAnswer {
  return { statusCode: 200, type: "application/vnd.microsoft.card.adaptive", value: card };
}

/** The card stays, and Teams shows the message beside it. */
export function sayOnly(message: string): CardAnswer {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: message };
}

/** What Teams shows as an error; after a refresh by itself it leaves the shared card standing. */
export function failed(status: 400 | 500, code: string, message: string): CardAnswer {
  return {
    statusCode: status,
    type: "application/vnd.microsoft.error",
    value: { code, message, innerHttpError: { statusCode: status, body: {} } },
  };
}
