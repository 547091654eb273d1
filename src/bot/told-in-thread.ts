import { plain } from "#cards/plain.ts";
import { ratingWords } from "#cards/rating-words.ts";
import type { ShownRecommendation } from "#cards/shown-recommendation.ts";
import { formatDate } from "#plan/iso-date.ts";
import { knownOrNotRated } from "#plan/rating-scheme.ts";
import type { Decision, Entry, Update } from "#plan/record.ts";

/** One line for the recommendation's thread; undefined for what is not told there. The words themselves stay on the card. */
export function toldInThread(shown: ShownRecommendation, entry: Entry): string | undefined {
  if (entry.type === "challenge") return undefined;
  const what = entry.type === "update" ? updateWords(shown, entry) : decisionWords(shown, entry);
  const action = shown.actions.find(({ id }) => id === entry.actionId);
  const about = action ? `: ${plain(action.text, 80)}` : ".";
  return what && `${what}${about}`;
}

function updateWords({ plan, agencies }: ShownRecommendation, update: Update): string | undefined {
  const agency = agencies.find(({ folder }) => folder === update.folder);
  const who = plain(agency?.shortName ?? update.folder, 80);
  if (update.challengeId !== undefined) return `${who} answered a question`;
  if (update.kind === "monitoring") return `${who} said how it looks now that it was checked again`;
  if (update.rating === undefined)
    return update.revisedDate === undefined ? undefined : `${who} asks for a later date`;
  const rating = ratingWords(plan.scheme, knownOrNotRated(plan.scheme, update.rating));
  return `${who} proposes ${rating}`;
}

const decided: Readonly<Record<Decision["kind"], string>> = {
  "rating-agreed": "The group agreed a rating",
  "date-agreed": "The group agreed a new date",
  closed: "The group closed an action",
  reopened: "The group opened an action again",
  "monitoring-asked": "The group wants it checked again",
  "challenge-resolved": "The group has nothing more to ask about a question",
};

function decisionWords({ plan }: ShownRecommendation, decision: Decision): string {
  const { kind, rating } = decision;
  const day = kind === "monitoring-asked" ? decision.checkOn : decision.date;
  const details = [
    rating ? ratingWords(plan.scheme, knownOrNotRated(plan.scheme, rating)) : "",
    day ? formatDate(day) : "",
  ];
  return [decided[kind], ...details.filter(Boolean)].join(", ");
}
