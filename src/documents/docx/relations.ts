import type { Limits } from "../limits.ts";
import type { Package } from "./open-package.ts";
import { childrenNamed, parseXml, type XmlElement } from "./xml-tree.ts";

/** What a part of a package refers to: another part, or an address outside. */
export interface Relation {
  /** What the part itself calls it. */
  readonly id: string;
  /** The last word of its type: "worksheet", "comments", "hyperlink". */
  readonly type: string;
  /** The path of a part; of what stands outside, its address. */
  readonly target: string;
  readonly isOutside: boolean;
}

/** What each of these parts refers to, in one pass; "" stands for the package itself. Throws UnreadableDocumentError. */
export function readRelations(
  opened: Package,
  parts: readonly string[],
  limits: Limits,
): (part: string) => readonly Relation[] {
  const read = opened.read(parts.map(listOf));
  const known = new Map(
    parts.map((part) => {
      const list = read.get(listOf(part));
      return [part, list ? relationsIn(parseXml(list, limits), part) : []] as const;
    }),
  );
  return (part) => known.get(part) ?? [];
}

/** The first part that is related in this way. */
export function partOfType(relations: readonly Relation[], wanted: string): string | undefined {
  return relations.find(({ type, isOutside }) => type === wanted && !isOutside)?.target;
}

/** Each part once, however often it is named: a hostile list names one to have it read again and again. */
export function eachOnce<Part extends { readonly path: string }>(parts: readonly Part[]): Part[] {
  const known = new Map<string, Part>();
  for (const part of parts) if (!known.has(part.path)) known.set(part.path, part);
  return [...known.values()];
}

/** "word/_rels/document.xml.rels" of "word/document.xml". */
function listOf(part: string): string {
  const at = part.lastIndexOf("/") + 1;
  return `${part.slice(0, at)}_rels/${part.slice(at)}.rels`;
}

function relationsIn(list: XmlElement, part: string): readonly Relation[] {
  return childrenNamed(list, "rel:Relationship").map(({ attributes }) => {
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    const isOutside = mode === "External";
    return {
      id,
      type: type.slice(type.lastIndexOf("/") + 1),
      target: isOutside ? target : resolved(target, part),
      isOutside,
    };
  });
}

/** "../comments1.xml" beside a sheet, or "/xl/comments1.xml". */
function resolved(target: string, from: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const folders = from.split("/").slice(0, -1);
  for (const step of target.split("/")) {
    if (step === "..") folders.pop();
    else if (step !== ".") folders.push(step);
  }
  return folders.join("/");
}
