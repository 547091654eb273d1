import type { IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type Rating, type RatingScheme } from "#plan/rating-scheme.ts";
import { agoInWords } from "#plan/words.ts";
import { dueSentence, type DueWords, dueWords } from "#tab/words/due.ts";
import type { Group } from "./group.ts";
import { type ActionView, type GroupSummary, summarise } from "./plan-view.ts";
import {
  actionRowName,
  agenciesInWords,
  dateOnHover,
  groupRowName,
  ratingLine,
} from "./row-words.ts";

/** All that the row of an action says. */
export interface ActionWords {
  /** The row in full, for a screen reader. */
  readonly name: string;
  readonly agencies: string;
  readonly leads: string;
  readonly due: DueWords;
  readonly dueOnHover: string;
  readonly proposed: Rating;
  readonly agreed: Rating | undefined;
  readonly rated: string;
  readonly updated: string;
  readonly updatedOnHover: string | undefined;
}

/** All that a heading says. */
export interface GroupWords {
  readonly name: string;
  readonly summary: GroupSummary;
  readonly lowest: Rating;
  readonly updated: string;
  readonly updatedOnHover: string | undefined;
}

/** Dates in words cost more than drawing them; a row that comes back into view says the same as before. */
function once<Of extends ActionView | Group, Words extends ActionWords | GroupWords>(
  words: (of: Of, scheme: RatingScheme, today: IsoDate) => Words,
) {
  const known = new WeakMap<Of, { readonly day: IsoDate; readonly words: Words }>();
  return (of: Of, scheme: RatingScheme, today: IsoDate): Words => {
    const before = known.get(of);
    if (before?.day === today) return before.words;
    const now = words(of, scheme, today);
    known.set(of, { day: today, words: now });
    return now;
  };
}

export const actionWords = once((view: ActionView, scheme, today): ActionWords => {
  const { action, state } = view;
  const due = dueWords(scheme, { action, state, today });
  return {
    name: actionRowName(scheme, view, today),
    agencies: agenciesInWords(action),
    leads: action.leads.join("; "),
    due,
    dueOnHover: dueSentence(due, state.due),
    proposed: ratingOf(scheme, state.proposed),
    agreed: state.agreed === undefined ? undefined : ratingOf(scheme, state.agreed),
    rated: ratingLine(view, today),
    updated: agoInWords(state.lastUpdate, today),
    updatedOnHover: dateOnHover(state.lastUpdate),
  };
});

/** A recommendation is summed up by all of its actions, any other heading by those that are shown under it. */
export const groupWords = once((group: Group, scheme, today): GroupWords => {
  const { view, actions } = group;
  const summary = view ? { ...view, actions: view.actions.length } : summarise(scheme, actions);
  return {
    name: groupRowName(scheme, group, summary),
    summary,
    lowest: ratingOf(scheme, summary.lowest),
    updated: agoInWords(summary.lastUpdate, today),
    updatedOnHover: dateOnHover(summary.lastUpdate),
  };
});
