import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { findBirthDates } from "#plan/identifiers.ts";
import type { Update } from "#plan/record.ts";
import { shownLink } from "./evidence.ts";
import { plain } from "./plain.ts";
import { ratingWords } from "./rating-words.ts";
import {
  actionHead,
  agenciesOfAction,
  spoken,
  type CardSetting,
  type ShownAction,
} from "./shown-action.ts";
import { bindCard } from "./template.ts";
import { ago } from "./time-words.ts";

/** What is saved stays, so only somebody who manages the site can still take it out. */
const mayIdentify =
  "There seems to be a date of birth in it. If it is one, tell a plan owner at once: nobody may be identified in a plan.";

/** What somebody sees after Save: what stands in the record now, as it was read back. */
export function actionSavedCard(
  shown: ShownAction,
  setting: CardSetting & { readonly update: Update },
): IAdaptiveCard {
  const { update, now } = setting;
  const [evidence] = update.evidence.flatMap((link) => shownLink(link) ?? []);
  const agency = agenciesOfAction(shown).find(({ folder }) => folder === update.folder);
  const rating = update.rating && ratingWords(shown.plan.scheme, update.rating);
  const words = [
    `By you for ${plain(agency?.shortName ?? "your agency", 80)}, ${ago(update.created, now)}.`,
    ...(rating ? [`You proposed ${rating}.`] : []),
    ...(findBirthDates(update.note ?? "").length > 0 ? [mayIdentify] : []),
  ].join(" ");
  return bindCard("action-saved", {
    ...actionHead(shown, setting),
    savedWords: words,
    note: plain(update.note ?? "", 600) || "Nothing was written.",
    evidence,
    speak: `Saved. ${spoken(shown, now)}`,
    fallbackText: `Saved. ${spoken(shown, now)}`,
  });
}
