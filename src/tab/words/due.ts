import { type ActionState, shownRating } from "#plan/fold.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { Action } from "#plan/plan.ts";
import { isComplete, type RatingScheme } from "#plan/rating-scheme.ts";
import { dueBesideDate } from "#plan/words.ts";
import { shortDate } from "./words.ts";

export interface DueWords {
  /** "31 Aug 2026", or as printed where no day could be read. */
  readonly date: string;
  /** "Due 11 weeks ago", "In 11 days", "Completed 21 Sep". */
  readonly words: string;
  /** The group agreed another date than the plan's. */
  readonly revised: boolean;
  readonly late: boolean;
}

/** When an action is due, as a person says it; a complete action is never late. */
export function dueWords(
  scheme: RatingScheme,
  { action, state, today }: { action: Action; state: ActionState; today: IsoDate },
): DueWords {
  const { due } = state;
  const revised = due !== action.due;
  const done = state.closed || isComplete(scheme, shownRating(state));
  if (due === undefined)
    return {
      date: action.dueAsPrinted || "No date",
      words: done ? doneWords(state) : "No day to go by",
      revised,
      late: false,
    };
  const words = done ? doneWords(state) : dueBesideDate(due, today);
  return { date: shortDate(due), words, revised, late: !done && due < today };
}

function doneWords(state: ActionState): string {
  if (state.closed) return "Closed";
  const since = state.proposedAt ?? state.agreedAt;
  return since === undefined ? "Complete" : `Completed ${shortDay(dayOf(since))}`;
}

/** "21 Sep": the year is in the date above it. */
function shortDay(date: IsoDate): string {
  return shortDate(date).replace(/ \d{4}$/, "");
}

/** "31 August 2026, due 11 weeks ago", for a sentence or a screen reader. */
export function dueSentence({ date, words, revised }: DueWords, due: IsoDate | undefined): string {
  const first = words.charAt(0).toLowerCase() + words.slice(1);
  return `${due === undefined ? date : formatDate(due)}${revised ? " (revised)" : ""}, ${first}`;
}
