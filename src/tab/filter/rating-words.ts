import type { Meaning, Rating } from "#plan/rating-scheme.ts";

/** How many actions have a rating. */
export interface RatingCount {
  readonly rating: Rating;
  readonly count: number;
}

const meanings: Record<Meaning, string> = {
  closed: "closed",
  complete: "complete",
  "on-target": "on target",
  "off-target": "off target",
  "not-started": "not started",
};

/** What a rating says, in the words of the plan rather than its colour. */
export function ratingWords({ meaning, name }: Rating): string {
  return meaning === undefined ? name.toLowerCase() : meanings[meaning];
}
