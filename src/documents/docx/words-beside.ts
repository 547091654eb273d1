import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import { joinParagraphs, rowText } from "../model/cell-text.ts";
import type { DocumentProblem } from "../plan-document.ts";
import type { Package } from "./open-package.ts";
import type { WordContext } from "./paragraphs.ts";
import { readBlocks } from "./read-blocks.ts";
import { childrenNamed, parseXml, type XmlElement } from "./xml-tree.ts";

/** Where Word keeps what is printed beside the text, by the end of the relation's name. */
const beside: Readonly<Record<string, string>> = {
  footnotes: "Footnote",
  endnotes: "Endnote",
  comments: "Comment",
  header: "The head of a page",
  footer: "The foot of a page",
};

interface Read {
  readonly blocks: readonly Block[];
  readonly context: WordContext;
  readonly limits: Limits;
}

/** Footnotes, comments, heads and feet of pages are no part of a plan: each that says something is listed. */
export function wordsBeside(opened: Package, main: string, read: Read): DocumentProblem[] {
  const [folder, file] = [main.slice(0, main.lastIndexOf("/") + 1), main.split("/").at(-1) ?? ""];
  const name = `${folder}_rels/${file}.rels`;
  const relations = opened.read([name]).get(name);
  if (!relations) return [];
  const parts = partsOf(parseXml(relations, read.limits.depth), folder);
  const bytes = opened.read(parts.map(({ path }) => path));
  const known = new Set([...namesOfPages, ...wordsIn(wordsOf(read.blocks))]);
  const notes = parts.flatMap(({ path, where }) => {
    const part = bytes.get(path);
    const words = part ? notesIn(parseXml(part, read.limits.depth), read) : [];
    return words.map((what) => ({ where, what }));
  });
  const fresh = notes.filter(({ what }) => wordsIn(what).some((word) => !known.has(word)));
  const each = new Map(fresh.map((note) => [wordsIn(note.what).join(" "), note]));
  return [...each.values()].map(({ where, what }) => ({ where, what: `Not taken over: ${what}` }));
}

/** "Page 3 of 9" says only where it stands. */
const namesOfPages = ["page", "of", "version"];

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}[\p{L}\p{N}]*/gu) ?? [];
}

function partsOf(relations: XmlElement, folder: string) {
  const parts = childrenNamed(relations, "rel:Relationship").flatMap(({ attributes }) => {
    const where = beside[attributes["Type"]?.split("/").at(-1) ?? ""];
    const target = attributes["Target"] ?? "";
    const path = target.startsWith("/") ? target.slice(1) : folder + target;
    return where === undefined ? [] : [{ where, path }];
  });
  return [...new Map(parts.map((part) => [part.path, part])).values()];
}

/** Each note of a part of notes; a head or foot is one. */
function notesIn(root: XmlElement, { context, limits }: Read): string[] {
  const notes = ["w:footnote", "w:endnote", "w:comment"].flatMap((name) =>
    childrenNamed(root, name),
  );
  return (notes.length > 0 ? notes : [root])
    .map((note) => wordsOf(readBlocks(note, context, limits)))
    .filter(Boolean);
}

function wordsOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === "paragraph" ? joinParagraphs([block]) : block.rows.map(rowText).join("\n"),
    )
    .filter(Boolean)
    .join("\n");
}
