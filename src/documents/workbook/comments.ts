import type { Package } from "../docx/open-package.ts";
import { eachOnce, partOfType, type Relation } from "../docx/relations.ts";
import { childrenNamed, find, parseXml, textContent, type XmlElement } from "../docx/xml-tree.ts";
import type { Limits } from "../limits.ts";
import type { DocumentProblem } from "../plan-document.ts";

interface SheetOfComments {
  /** "Sheet “Plan”". */
  readonly place: string;
  readonly relations: readonly Relation[];
}

/** No workbook has so many that somebody read them. */
const mostComments = 2_000;

/** The comments and notes at the cells of these sheets: none is part of a plan, and each is listed with its words. */
export function commentsOf(
  sheets: readonly SheetOfComments[],
  opened: Package,
  limits: Limits,
): readonly DocumentProblem[] {
  const parts = eachOnce(
    sheets.flatMap(({ place, relations }) => {
      const path = partOfType(relations, "comments");
      return path === undefined ? [] : [{ place, path }];
    }),
  );
  const read = opened.read(parts.map(({ path }) => path));
  return parts
    .flatMap(({ place, path }) => {
      const part = read.get(path);
      return part ? problemsIn(parseXml(part, limits), place) : [];
    })
    .slice(0, mostComments);
}

function problemsIn(comments: XmlElement, place: string): DocumentProblem[] {
  const list = find(comments, "commentList");
  return (list ? childrenNamed(list, "comment") : []).flatMap((comment) => {
    const words = textContent(find(comment, "text")).trim();
    if (!words) return [];
    return [
      {
        where: `${place}, cell ${comment.attributes["ref"] ?? "?"}`,
        what: `Comment, not taken over: ${words}`,
      },
    ];
  });
}
