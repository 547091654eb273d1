import type { Limits } from "../limits.ts";
import type { Block } from "../model/blocks.ts";
import { joinParagraphs, rowText } from "../model/cell-text.ts";
import type { DocumentProblem } from "../plan-document.ts";
import type { Package } from "./open-package.ts";
import type { WordContext } from "./paragraphs.ts";
import { readBlocks } from "./read-blocks.ts";
import { eachOnce, type Relation } from "./relations.ts";
import { childrenNamed, parseXml, type XmlElement } from "./xml-tree.ts";

/** Where Word keeps what is printed beside the text, by the relation's type. */
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
export function wordsBeside(
  opened: Package,
  relations: readonly Relation[],
  read: Read,
): DocumentProblem[] {
  const parts = eachOnce(
    relations.flatMap(({ type, target: path, isOutside }) => {
      const where = isOutside ? undefined : beside[type];
      return where === undefined ? [] : [{ where, path }];
    }),
  );
  const bytes = opened.read(parts.map(({ path }) => path));
  const known = new Set([...namesOfPages, ...wordsIn(wordsOf(read.blocks))]);
  const notes = parts.flatMap(({ path, where }) => {
    const part = bytes.get(path);
    const words = part ? notesIn(parseXml(part, read.limits), read) : [];
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
