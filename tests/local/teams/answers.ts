import type { AdaptiveCardActionResponse } from "@microsoft/teams.api";
import { AdaptiveCard, type IAdaptiveCard } from "@microsoft/teams.cards";

/** A card of the SDK, made of the JSON that the test means. */
export function aCard(json: object): IAdaptiveCard {
  return Object.assign(new AdaptiveCard(), { version: "1.5" }, json);
}

/** What a bot answers to a press: another card, a sentence, or a refusal. */
export function answerCard(json: object): AdaptiveCardActionResponse {
  return {
    statusCode: 200,
    type: "application/vnd.microsoft.card.adaptive",
    value: aCard(json),
  };
}

export function answerMessage(value: string): AdaptiveCardActionResponse {
  return { statusCode: 200, type: "application/vnd.microsoft.activity.message", value };
}

export function answerError(message: string): AdaptiveCardActionResponse {
  return {
    statusCode: 400,
    type: "application/vnd.microsoft.error",
    value: { code: "Refused", message, innerHttpError: { statusCode: 400, body: {} } },
  };
}
