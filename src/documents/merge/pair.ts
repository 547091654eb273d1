/** One way to tell that two things are the same; undefined for what cannot be told this way. */
export type Sign<One, Other> =
  | {
      readonly by: (one: One) => string | undefined;
      readonly and: (other: Other) => string | undefined;
    }
  | { readonly alike: (one: One, other: Other) => number; readonly enough: number };

export interface Pairs<One, Other> {
  readonly pairs: readonly (readonly [One, Other])[];
  readonly onlyOne: readonly One[];
  readonly onlyOther: readonly Other[];
}

/** Beyond so many that no name tells apart, likeness is not tried: each would be compared with each. */
const mostAlike = 300;

/** Pairs what is the same, by the surest sign first; of equals the first go together. */
export function paired<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  signs: readonly Sign<One, Other>[],
): Pairs<One, Other> {
  const pairs: (readonly [One, Other])[] = [];
  let [left, right] = [[...ones], [...others]];
  for (const sign of signs) {
    const found = "by" in sign ? byName(left, right, sign) : byLikeness(left, right, sign);
    pairs.push(...found);
    const [taken, takenOthers] = [
      new Set(found.map(([one]) => one)),
      new Set(found.map(([, other]) => other)),
    ];
    left = left.filter((one) => !taken.has(one));
    right = right.filter((other) => !takenOthers.has(other));
  }
  return { pairs, onlyOne: left, onlyOther: right };
}

function byName<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  { by, and }: Extract<Sign<One, Other>, { by: unknown }>,
): (readonly [One, Other])[] {
  const named = Map.groupBy(others, and);
  return ones.flatMap((one): (readonly [One, Other])[] => {
    const name = by(one);
    const other = name === undefined ? undefined : named.get(name)?.shift();
    return other === undefined ? [] : [[one, other]];
  });
}

function byLikeness<One, Other>(
  ones: readonly One[],
  others: readonly Other[],
  { alike, enough }: Extract<Sign<One, Other>, { alike: unknown }>,
): (readonly [One, Other])[] {
  if (ones.length > mostAlike || others.length > mostAlike) return [];
  const all = ones
    .flatMap((one) => others.map((other) => ({ one, other, likeness: alike(one, other) })))
    .filter(({ likeness }) => likeness >= enough)
    .toSorted((first, second) => second.likeness - first.likeness);
  const taken = new Set<One | Other>();
  return all.flatMap(({ one, other }): (readonly [One, Other])[] => {
    if (taken.has(one) || taken.has(other)) return [];
    taken.add(one).add(other);
    return [[one, other]];
  });
}
