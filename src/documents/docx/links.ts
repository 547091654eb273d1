import type { Relation } from "./relations.ts";

/** Where each link of a part leads, by its name in the part; what leads into the document itself is left out. */
export function linksOf(relations: readonly Relation[]): ReadonlyMap<string, string> {
  return new Map(
    relations.flatMap(({ id, type, target, isOutside }): [string, string][] =>
      id && target && isOutside && type === "hyperlink" ? [[id, target]] : [],
    ),
  );
}
