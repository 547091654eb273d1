import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Update } from "#plan/record.ts";
import { shownLink } from "./evidence.ts";
import { mayIdentify } from "./may-identify.ts";
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
    mayIdentify(update.note) ?? "",
  ]
    .filter(Boolean)
    .join(" ");
  return bindCard("action-saved", {
    ...actionHead(shown, setting),
    savedWords: words,
    note: plain(update.note ?? "", 600) || "Nothing was written.",
    evidence,
    speak: `Saved. ${spoken(shown, now)}`,
    fallbackText: `Saved. ${spoken(shown, now)}`,
  });
}
