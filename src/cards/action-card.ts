import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { entriesSeen } from "./changed-since.ts";
import { plain } from "./plain.ts";
import {
  actionHead,
  agenciesOfAction,
  spoken,
  type CardSetting,
  type ShownAction,
} from "./shown-action.ts";
import { bindCard } from "./template.ts";

/** The card on which an agency proposes a rating: one person's own view, never the shared message. */
export function actionCard(
  shown: ShownAction,
  setting: CardSetting & {
    /** Short names of the agencies this person speaks for; with several, the card asks for which. */
    readonly speaksFor: readonly string[];
    /** Made for this view, so that pressing Save twice saves once. */
    readonly key: string;
  },
): IAdaptiveCard {
  const said = spoken(shown, setting.now);
  return bindCard("action", {
    ...actionHead(shown, setting),
    choices: ratingChoices(shown.plan.scheme),
    speakers: speakerChoices(shown, setting.speaksFor),
    key: setting.key,
    seen: entriesSeen(shown),
    speak: `${said} Propose a rating.`,
    fallbackText: `${said} Open the plan to propose a rating.`,
  });
}

/** None is chosen beforehand: green by default is the standing complaint. */
export function ratingChoices(scheme: RatingScheme) {
  return scheme.ratings.map(({ id, symbol, name, definition }) => ({
    id,
    symbol,
    name: label(name),
    meaning: label(definition),
  }));
}

/** Undefined where there is nothing to choose. */
export function speakerChoices(shown: ShownAction, speaksFor: readonly string[]) {
  const choices = agenciesOfAction(shown)
    .filter(({ shortName }) => speaksFor.includes(shortName))
    .map(({ shortName, name }) => ({ id: shortName, name: label(name) || label(shortName) }));
  return choices.length > 1 ? choices : undefined;
}

/** The labels of choices are read as Markdown, so what Markdown is made of is left out of them. */
export function label(text: string): string {
  return plain(text.replaceAll(/[*_[\]\\<>#`|~]/g, ""), 120);
}
