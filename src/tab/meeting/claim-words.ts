import type { ActionState } from "#plan/fold.ts";
import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import type { Action, Agency } from "#plan/plan.ts";
import { notRated, ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Update } from "#plan/record.ts";
import { dayInWords, timeInWords } from "#tab/words/words.ts";

export interface Quote {
  readonly agency: string;
  readonly words: string;
}

/** "3 of activity, none of impact", "No evidence". */
export function evidenceWords({ evidenceCount, impactCount }: ActionState): string {
  if (evidenceCount === 0) return "No evidence";
  const activity = evidenceCount - impactCount;
  return `${countOf(activity)} of activity, ${countOf(impactCount)} of impact`;
}

/** The newest words of each of the action's agencies, in the action's order; one that has said nothing is left out. */
export function newestWords(
  agencies: readonly Agency[],
  action: Action,
  updates: readonly Update[],
): readonly Quote[] {
  return action.agencies.flatMap((agency) => {
    const folder = agencies.find(({ shortName }) => shortName === agency)?.folder;
    const words = updates.findLast((update) => update.folder === folder && update.note)?.note;
    return words === undefined ? [] : [{ agency, words }];
  });
}

/**
 * "Agreed at 10.22 today", "Amber since 22 October", "Blue since 2 April, closed", "Proposed 16 November, not yet agreed",
 * "Nothing proposed yet".
 */
export function sinceWords(scheme: RatingScheme, state: ActionState, today: IsoDate): string {
  const { agreed, agreedAt, proposed, proposedAt, closed } = state;
  if (agreed !== undefined && agreedAt !== undefined) {
    const day = dayOf(agreedAt);
    const rated =
      day === today
        ? `Agreed at ${timeInWords(new Date(agreedAt))} today`
        : `${ratingOf(scheme, agreed).name} since ${dayInWords(day, today)}`;
    // It may have been closed on another day.
    return closed ? `${rated}, closed` : rated;
  }
  if (closed) return "Closed";
  if (proposed === notRated.id || proposedAt === undefined) return "Nothing proposed yet";
  return `Proposed ${dayInWords(dayOf(proposedAt), today)}, not yet agreed`;
}

function countOf(count: number): string {
  return count === 0 ? "none" : String(count);
}
