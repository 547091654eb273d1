/** What a colour means in this plan's scheme; logic asks for meanings, never for colours. */
export type Meaning = "not-started" | "off-target" | "on-target" | "complete" | "closed";

export type RatingColour = "blue" | "green" | "amber" | "red" | "none";

/** Names a rating of the plan's scheme, or one of the two that every scheme has. */
export type RatingId = string;

export interface Rating {
  readonly id: RatingId;
  readonly name: string;
  readonly letter: string;
  readonly colour: RatingColour;
  /** One sign, the same on every screen and card: colour is never the only one. */
  readonly symbol: string;
  /** What the scheme's own key says, shown beside the choice. */
  readonly definition: string;
  /** Absent on the two that say nothing about progress: not rated, not applicable. */
  readonly meaning?: Meaning | undefined;
}

/** The ratings a plan uses, best first. */
export interface RatingScheme {
  readonly id: string;
  readonly name: string;
  readonly ratings: readonly Rating[];
}

/** A rating that was lost or never given; never guessed to be green. */
export const notRated: Rating = {
  id: "not-rated",
  name: "Not rated",
  letter: "–",
  colour: "none",
  symbol: "○",
  definition: "No rating has been given.",
};

export const notApplicable: Rating = {
  id: "not-applicable",
  name: "Not applicable",
  letter: "n/a",
  colour: "none",
  symbol: "–",
  definition: "The action does not apply to this agency.",
};

const symbols = { blue: "✓", green: "●", amber: "◐", red: "■", none: "○" } as const;

function rating(
  colour: Exclude<RatingColour, "none">,
  meaning: Meaning,
  definition: string,
  name?: string,
): Rating {
  const shown = name ?? colour.charAt(0).toUpperCase() + colour.slice(1);
  return {
    id: colour,
    name: shown,
    letter: shown.charAt(0),
    colour,
    symbol: symbols[colour],
    definition,
    meaning,
  };
}

/** Rotherham's key, and that of most composite plans. */
export const brag: RatingScheme = {
  id: "brag",
  name: "BRAG",
  ratings: [
    rating("blue", "complete", "The action is complete."),
    rating("green", "on-target", "On target to be complete by its date."),
    rating("amber", "off-target", "Off target, with remedial action in hand."),
    rating("red", "not-started", "Not yet planned, started or progressed."),
  ],
};

/** Blue is given only after peers have checked what the agency calls complete. */
export const peerChecked: RatingScheme = {
  id: "peer-checked",
  name: "BRAG, checked by peers",
  ratings: [
    rating("blue", "closed", "Complete, and checked by peers."),
    rating("green", "complete", "Complete."),
    rating("amber", "on-target", "On track."),
    rating("red", "off-target", "Off track."),
  ],
};

export const rag: RatingScheme = {
  id: "rag",
  name: "RAG",
  ratings: [
    rating("green", "complete", "Complete."),
    rating("amber", "on-target", "In progress."),
    rating("red", "off-target", "Not achieved."),
  ],
};

export const statusWords: RatingScheme = {
  id: "status-words",
  name: "Status",
  ratings: [
    rating("blue", "complete", "The action is complete.", "Completed"),
    rating("amber", "on-target", "Work is under way.", "Ongoing"),
  ],
};

export const ratingSchemes: readonly RatingScheme[] = [brag, peerChecked, rag, statusWords];

/** The scheme that a plan names. Throws RangeError where there is none of that id. */
export function schemeOf(id: string): RatingScheme {
  const found = ratingSchemes.find((each) => each.id === id);
  if (!found) throw new RangeError(`There is no rating scheme "${id}".`);
  return found;
}

/** The rating of that id. Throws RangeError where neither the scheme nor every scheme has it. */
export function ratingOf(scheme: RatingScheme, id: RatingId): Rating {
  const found = [...scheme.ratings, notRated, notApplicable].find((each) => each.id === id);
  if (!found) throw new RangeError(`The rating scheme "${scheme.name}" has no rating "${id}".`);
  return found;
}

/** True for the ratings of the scheme's own key: not for "not rated" and "not applicable". */
export function hasRating(scheme: RatingScheme, id: RatingId): boolean {
  return scheme.ratings.some((each) => each.id === id);
}

/** A rating that the scheme does not have says nothing that could be trusted, so it counts as none. */
export function knownOrNotRated(scheme: RatingScheme, id: RatingId): RatingId {
  return hasRating(scheme, id) || id === notApplicable.id ? id : notRated.id;
}

/** Of several statements the least good counts; not applicable says nothing beside another rating. */
export function leastGood(scheme: RatingScheme, ids: readonly RatingId[]): RatingId {
  const known = ids.filter((id) => id !== notApplicable.id);
  if (known.length === 0) return ids.length > 0 ? notApplicable.id : notRated.id;
  if (known.includes(notRated.id)) return notRated.id;
  return known.reduce((worst, id) => (rank(scheme, id) > rank(scheme, worst) ? id : worst));
}

/** True where `one` is further along than `other`; what says nothing about progress is never better or worse. */
export function isBetter(scheme: RatingScheme, one: RatingId, other: RatingId): boolean {
  return (
    hasRating(scheme, one) && hasRating(scheme, other) && rank(scheme, one) < rank(scheme, other)
  );
}

function rank(scheme: RatingScheme, id: RatingId): number {
  return scheme.ratings.indexOf(ratingOf(scheme, id));
}

/** True where the rating says that the work is done, whether or not peers have checked it. */
export function isComplete(scheme: RatingScheme, id: RatingId): boolean {
  const { meaning } = ratingOf(scheme, id);
  return meaning === "complete" || meaning === "closed";
}

/** True where the rating says that the work will be done by its date. */
export function isOnTarget(scheme: RatingScheme, id: RatingId): boolean {
  return ratingOf(scheme, id).meaning === "on-target";
}
