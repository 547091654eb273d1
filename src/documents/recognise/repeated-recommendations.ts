import type { DraftRecommendation } from "./draft.ts";

/**
 * A recommendation that is printed again for each agency, in a sheet or under a heading of its own, as one with all its
 * actions. What says something else of itself the second time stays another.
 */
export function withRepeatedAsOne(
  drafts: readonly DraftRecommendation[],
): readonly DraftRecommendation[] {
  const first = new Map<string, DraftRecommendation>();
  return drafts.filter((draft) => {
    const key = JSON.stringify([draft.ref, draft.text]);
    const known = draft.text.length > 0 ? first.get(key) : undefined;
    if (!known || !saysNoMore(draft, known)) {
      first.set(key, known ?? draft);
      return true;
    }
    known.actions.push(...draft.actions);
    return false;
  });
}

function saysNoMore(draft: DraftRecommendation, known: DraftRecommendation): boolean {
  const pairs: readonly (readonly [readonly string[], readonly string[]])[] = [
    [draft.paragraphs, known.paragraphs],
    [draft.addressees, known.addressees],
    ...Object.values(draft.fields).map(
      (own, at) => [own, Object.values(known.fields)[at] ?? []] as const,
    ),
  ];
  return pairs.every(([own, before]) => own.every((line) => before.includes(line)));
}
