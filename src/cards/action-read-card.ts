import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { Update } from "#plan/record.ts";
import { plain } from "./plain.ts";
import {
  actionHead,
  agenciesOfAction,
  lastUpdateOf,
  spoken,
  type CardSetting,
  type ShownAction,
} from "./shown-action.ts";
import { bindCard } from "./template.ts";
import { ago } from "./time-words.ts";

/** Teams refreshes a card by itself for so many people at most. */
export const mostRefreshed = 60;

/** The card without inputs: the message in the channel, and the view of whoever may only read. */
export function actionReadCard(
  shown: ShownAction,
  setting: CardSetting & {
    /** Teams ids of the people whose own view Teams asks for by itself. */
    readonly refreshFor: readonly string[];
    /** False on the view of somebody of whom it is known that they may only read. */
    readonly canPropose: boolean;
  },
): IAdaptiveCard {
  const update = lastUpdateOf(shown);
  const said = spoken(shown, setting.now);
  return bindCard("action-read", {
    ...actionHead(shown, setting),
    refreshFor: setting.refreshFor.slice(0, mostRefreshed),
    canPropose: setting.canPropose,
    lastUpdate: update && {
      when: ago(update.created, setting.now),
      note: plain(update.note ?? "", 600) || "Nothing was written.",
      by: byWhom(shown, update),
    },
    evidenceWords: evidenceWords(shown),
    speak: said,
    fallbackText: said,
  });
}

function byWhom(shown: ShownAction, { author, folder }: Update): string {
  const agency = agenciesOfAction(shown).find((each) => each.folder === folder);
  const names = [author?.name ?? "", agency?.shortName ?? ""].map((name) => plain(name, 80));
  return names.filter(Boolean).join(", ") || "Somebody";
}

function evidenceWords(shown: ShownAction): string {
  const folders = new Set(agenciesOfAction(shown).map(({ folder }) => folder));
  const updates = shown.record
    .filter((entry) => entry.type === "update")
    .filter(({ actionId, folder }) => actionId === shown.action.id && folders.has(folder));
  const count = updates.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0);
  if (count === 0) return "No evidence yet";
  const pieces = count === 1 ? "1 piece of evidence" : `${count} pieces of evidence`;
  const kinds = updates.flatMap(({ evidence }) => evidence).map(({ kind }) => kind);
  if (kinds.length < count) return pieces;
  const impact = kinds.filter((kind) => kind === "impact").length;
  return `${pieces}: ${count - impact} of activity, ${impact} of impact`;
}
