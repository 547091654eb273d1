import type { Entry } from "./record.ts";

const rank = { challenge: 0, update: 1, decision: 2 } as const;

/**
 * The order in which things were said: SharePoint's moment, then its number. Its moments are whole seconds and each list
 * numbers for itself, so within a second a question comes before what is said, and a decision after it.
 */
export function byCreatedThenId(one: Entry, other: Entry): number {
  if (one.created !== other.created) return one.created < other.created ? -1 : 1;
  return rank[one.type] - rank[other.type] || one.id - other.id;
}

/**
 * Oldest first, and two items with one key are one statement sent twice; the first counts. Only within a folder, so that
 * nobody's item can hide another agency's; and an item without a key was made by hand in SharePoint and stands for itself.
 */
export function onceEach(record: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return record.toSorted(byCreatedThenId).filter((entry) => {
    if (entry.key === "") return true;
    const folder = entry.type === "update" ? entry.folder : "";
    const name = `${entry.type}\n${folder}\n${entry.key}`;
    return seen.has(name) ? false : Boolean(seen.add(name));
  });
}
