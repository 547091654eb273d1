import type { Package } from "../docx/open-package.ts";
import { childrenNamed, find, parseXml, textContent, type XmlElement } from "../docx/xml-tree.ts";
import type { Limits } from "../limits.ts";
import type { DocumentProblem } from "../plan-document.ts";

interface SheetOfComments {
  /** "Sheet “Plan”". */
  readonly place: string;
  readonly path: string;
}

/** No workbook has so many that somebody read them. */
const mostComments = 2_000;

/** The comments and notes at the cells of these sheets: none is part of a plan, and each is listed with its words. */
export function commentsOf(
  sheets: readonly SheetOfComments[],
  opened: Package,
  limits: Limits,
): readonly DocumentProblem[] {
  const relations = opened.read(sheets.map(({ path }) => relationsOf(path)));
  const parts = sheets.flatMap(({ place, path }) => {
    const own = relations.get(relationsOf(path));
    const target = own && commentsIn(parseXml(own, limits.depth));
    return target === undefined ? [] : [{ place, path: resolved(target, path) }];
  });
  const read = opened.read(parts.map(({ path }) => path));
  return [...new Map(parts.map((part) => [part.path, part])).values()]
    .flatMap(({ place, path }) => {
      const part = read.get(path);
      return part ? problemsIn(parseXml(part, limits.depth), place) : [];
    })
    .slice(0, mostComments);
}

/** Of the part at that path. */
export function relationsOf(path: string): string {
  const at = path.lastIndexOf("/") + 1;
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`;
}

function commentsIn(relations: XmlElement): string | undefined {
  return childrenNamed(relations, "rel:Relationship").find(({ attributes }) =>
    attributes["Type"]?.endsWith("/comments"),
  )?.attributes["Target"];
}

/** "../comments1.xml" beside a sheet, or "/xl/comments1.xml". */
function resolved(target: string, from: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else folders.push(step);
  }
  return folders.join("/");
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
