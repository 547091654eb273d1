import type { KeptColumn } from "./plan.ts";

/** A plan's documents have a few layouts; what was said longest ago makes room. */
const mostKept = 200;

/** What the headings of a plan's documents mean, with what was said now; of one heading the newest word counts. */
export function columnsKept(
  before: readonly KeptColumn[] = [],
  said: readonly KeptColumn[],
): readonly KeptColumn[] {
  const headings = new Set(said.map(({ heading }) => heading));
  return [...before.filter(({ heading }) => !headings.has(heading)), ...said].slice(-mostKept);
}
