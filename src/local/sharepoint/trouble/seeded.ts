/** Numbers from 0 to 1 that look random and are the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Which half of `count` things fails, by their places: the smaller half where the number is odd. */
export function unluckyHalf(seed: number, count: number): ReadonlySet<number> {
  const next = seeded(seed);
  const places = Array.from({ length: count }, (_, place) => ({ place, drawn: next() }));
  const chosen = places.toSorted((one, other) => one.drawn - other.drawn);
  return new Set(chosen.slice(0, Math.floor(count / 2)).map(({ place }) => place));
}
