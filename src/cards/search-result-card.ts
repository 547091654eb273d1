import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { dayOf } from "#plan/iso-date.ts";
import { updatedInWords } from "#plan/words.ts";
import {
  actionHead,
  lastUpdateOf,
  spoken,
  type CardSetting,
  type ShownAction,
} from "./shown-action.ts";
import { bindCard } from "./template.ts";

/** What a search or a pasted link puts into a message: where the action stands, open for everybody's own view. */
export function searchResultCard(shown: ShownAction, setting: CardSetting): IAdaptiveCard {
  const { now } = setting;
  const said = spoken(shown, now);
  const ids = { planId: shown.plan.id, actionId: shown.action.id };
  return bindCard("search-result", {
    ...actionHead(shown, setting),
    recommendationId: shown.recommendation.id,
    updatedWords: updatedInWords(lastUpdateOf(shown)?.created, dayOf(now)),
    // Nobody is named: Teams refreshes it for everybody in a chat of up to 60, and by a press elsewhere.
    refresh: { action: { type: "Action.Execute", verb: "showAction", data: ids } },
    speak: said,
    fallbackText: said,
  });
}
