import { dayOf, type IsoDate, type IsoInstant } from "./iso-date.ts";
import type { Action, Recommendation } from "./plan.ts";
import type { Person } from "./record.ts";

/** One way in which a recommendation or an action was worded, until the next. */
export interface Worded<T> {
  readonly at: IsoInstant;
  readonly author?: Person | undefined;
  readonly as: T;
}

type Wordings<T> = ReadonlyMap<number, readonly Worded<T>[]>;

/** How those that were written or changed since some day were worded, by id, oldest first. */
export interface DefinitionHistory {
  /** When the plan was brought in. */
  readonly begun: IsoInstant;
  readonly recommendations: Wordings<Recommendation>;
  readonly actions: Wordings<Action>;
}

interface Definitions {
  readonly recommendations: readonly Recommendation[];
  readonly actions: readonly Action[];
}

/**
 * What the plan said at the end of a day. What was brought in with the plan stood on paper before, so it is there on
 * earlier days too, as it was brought in; what was added later is not there before. What was deleted is not there at all.
 */
export function definedOn(
  { recommendations, actions }: Definitions,
  history: DefinitionHistory,
  day: IsoDate,
): Definitions {
  const choose = choiceOn(history.begun, day);
  return {
    recommendations: recommendations.flatMap((each) =>
      wordedOn(each, history.recommendations, choose),
    ),
    actions: actions.flatMap((each) => wordedOn(each, history.actions, choose)),
  };
}

/** Who wrote the wording that stood at the end of a day, and when; undefined where it stands since before. */
export function wordedBy<T>(
  wordings: Wordings<T>,
  id: number,
  day: IsoDate,
): Worded<T> | undefined {
  return wordings.get(id)?.findLast(({ at }) => dayOf(at) <= day);
}

/** An hour of items after the plan's own is one import. */
const importMs = 3_600_000;

type Choice = <T>(wordings: readonly Worded<T>[]) => Worded<T> | undefined;

/** Which wording stood at the end of a day; before the plan was brought in, the one that was brought in. */
function choiceOn(begun: IsoInstant, day: IsoDate): Choice {
  if (day >= dayOf(begun)) return (wordings) => wordings.findLast(({ at }) => dayOf(at) <= day);
  const end = Date.parse(begun) + importMs;
  return ([first]) => (first && Date.parse(first.at) <= end ? first : undefined);
}

function wordedOn<T extends { readonly id: number }>(
  now: T,
  wordings: Wordings<T>,
  choose: Choice,
): T[] {
  const known = wordings.get(now.id);
  if (!known) return [now];
  const chosen = choose(known);
  return chosen ? [chosen.as] : [];
}
