import { shownRating, type ActionState } from "#plan/fold.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import {
  notRated,
  ratingOf,
  type Meaning,
  type RatingColour,
  type RatingId,
  type RatingScheme,
} from "#plan/rating-scheme.ts";
import { plain } from "./plain.ts";
import { ago, unbroken } from "./time-words.ts";

// Container styles, not text colours: those fail contrast in Teams. The symbol and the word carry it.
const styles: Record<RatingColour, string> = {
  blue: "accent",
  green: "good",
  amber: "warning",
  red: "attention",
  none: "emphasis",
};

const meanings: Record<Meaning, string> = {
  "not-started": "Not started",
  "off-target": "Off target",
  "on-target": "On target",
  complete: "Complete",
  closed: "Closed",
};

/** The cell that shows where the action stands: agreed beats proposed. */
export function ratingCell(scheme: RatingScheme, state: ActionState) {
  return cellOf(scheme, shownRating(state));
}

/** The cell of one rating: symbol, word, and colour behind both. */
export function cellOf(scheme: RatingScheme, id: RatingId) {
  const { symbol, name, colour } = ratingOf(scheme, id);
  return { symbol, name: plain(name, 40), style: styles[colour] };
}

/** "◐ Amber" in one piece. */
export function ratingWords(scheme: RatingScheme, id: RatingId): string {
  const { symbol, name } = ratingOf(scheme, id);
  return `${symbol}\u00A0${plain(name, 40)}`;
}

/** What the shown rating means, and who gave it when. */
export function ratingLine(scheme: RatingScheme, state: ActionState, now: Date): string {
  const { meaning } = ratingOf(scheme, shownRating(state));
  if (state.agreedAt !== undefined) {
    return sentence(meaning, `agreed ${unbroken(dayOf(state.agreedAt))}`);
  }
  if (state.proposedAt === undefined) return "No rating proposed or agreed yet";
  return sentence(meaning, `proposed ${ago(state.proposedAt, now)}, not yet agreed`);
}

/** What the agencies propose, where that is not what was agreed. */
export function otherRatingLine(scheme: RatingScheme, state: ActionState): string | undefined {
  const { agreed, proposed } = state;
  if (agreed === undefined || proposed === agreed || proposed === notRated.id) return undefined;
  return `Proposed now: ${ratingWords(scheme, proposed)}`;
}

/** What each agency says, where the action has several; undefined where it has one. */
export function statementsLine(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  state: ActionState,
): string | undefined {
  if (agencies.length < 2) return undefined;
  const lines = agencies.slice(0, 8).map(({ shortName }) => {
    const said = state.statements.find(({ agency }) => agency === shortName);
    const name = plain(shortName, 40);
    return said ? `${name} ${ratingWords(scheme, said.rating)}` : `${name} has not said`;
  });
  const more = agencies.length - lines.length;
  return [...lines, ...(more > 0 ? [`${more} more`] : [])].join(" · ");
}

function sentence(meaning: Meaning | undefined, rest: string): string {
  return meaning ? `${meanings[meaning]}, ${rest}` : rest.charAt(0).toUpperCase() + rest.slice(1);
}
