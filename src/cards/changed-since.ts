import { byCreatedThenId } from "#plan/record-order.ts";
import { foldAction, shownRating } from "#plan/fold.ts";
import { plain } from "./plain.ts";
import { ratingWords } from "./rating-words.ts";
import type { ShownAction } from "./shown-action.ts";

/** How many entries the record of the action has; a form remembers it, to know later whether it is still true. */
export function entriesSeen({ record, action }: Pick<ShownAction, "record" | "action">): number {
  return record.filter(({ actionId }) => actionId === action.id).length;
}

/** What was said of the action after its first `seen` entries, in one sentence; undefined where nothing was. */
export function changedSince(shown: ShownAction, seen: number): string | undefined {
  const { plan, agencies, action, record } = shown;
  const own = record.filter(({ actionId }) => actionId === action.id).toSorted(byCreatedThenId);
  const newer = own.slice(seen);
  if (newer.length === 0) return undefined;
  const now = ratingWords(
    plan.scheme,
    shownRating(foldAction(plan.scheme, agencies, action, record)),
  );
  const who = newer.flatMap(({ author }) => plain(author?.name ?? "", 40) || []);
  const by = [...new Set(who)].slice(0, 3).join(", ");
  return `It changed since you opened this card${by ? `: ${by} said something` : ""}. It is ${now} now.`;
}
