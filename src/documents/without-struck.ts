import type { DocumentContent } from "./document-content.ts";
import type { Block, Cell, Paragraph, Row, Table, TextRun } from "./model/blocks.ts";
import { beginningIn, placeOf } from "./model/cell-text.ts";
import { withEachParagraph } from "./model/each-paragraph.ts";
import { problemsByPlace, withPlaces } from "./model/places.ts";
import { isRowStruckOut } from "./model/struck.ts";
import type { DocumentProblem } from "./plan-document.ts";

/**
 * The content without the words that were struck through in it, so that a former date, rating or name is never taken for
 * the one beside it. They are told as problems with the places where they stand, and stay with their paragraphs as
 * `struck`, because what was struck out whole is an action withdrawn and not a blank.
 */
export function withoutStruck(content: DocumentContent): DocumentContent {
  const blocks = withEachParagraph(content.blocks, liveParagraph);
  if (blocks === content.blocks) return content;
  return { ...content, blocks, problems: [...(content.problems ?? []), ...struckWords(blocks)] };
}

/** What may be left between words that were struck through, and says nothing alone. */
const onlyMarks = /^[\s.,;:()/•–—-]*$/;

function liveParagraph(paragraph: Paragraph): Paragraph {
  const struck = textOfRuns(paragraph.runs.filter((run) => run.struck)).trim();
  if (!struck) return paragraph;
  const runs = liveRuns(paragraph.runs);
  const text = textOfRuns(runs);
  if (onlyMarks.test(text)) return { ...paragraph, text: "", runs: [], struck: paragraph.text };
  const printed = textOfRuns(paragraph.runs);
  const label = paragraph.text.endsWith(printed) ? paragraph.text.slice(0, -printed.length) : "";
  return { ...paragraph, text: label + text, runs, struck };
}

function textOfRuns(runs: readonly TextRun[]): string {
  return runs.map(({ text }) => text).join("");
}

/** What stood on both sides of struck words is parted by one space where they were parted by any. */
function liveRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const live: TextRun[] = [];
  let left: string | undefined;
  for (const run of runs) {
    if (run.struck) left = (left ?? "") + run.text;
    else {
      live.push(left === undefined ? run : joined(run, left, live.at(-1)?.text ?? " "));
      left = undefined;
    }
  }
  return live;
}

function joined(run: TextRun, left: string, before: string): TextRun {
  if (/\s$/.test(before)) return { ...run, text: run.text.replace(/^ +/, "") };
  const parts = /^\s|\s$/.test(left) && !/^\s/.test(run.text);
  return parts ? { ...run, text: ` ${run.text}` } : run;
}

function struckWords(blocks: readonly Block[]): readonly DocumentProblem[] {
  const lines = [...withPlaces(blocks)].flatMap(([block, where]) =>
    block.kind === "paragraph" && block.struck !== undefined
      ? [{ where, words: block.struck.trim() }]
      : [],
  );
  return [
    ...problemsByPlace(lines, "Struck through, and not taken over:"),
    ...tablesAmong(blocks).flatMap((table) => table.rows.flatMap((row) => struckInRow(table, row))),
  ];
}

function struckInRow(table: Table, row: Row): readonly DocumentProblem[] {
  const words = beginningIn(row).map(struckBeside).filter(Boolean).join(" | ");
  if (!words) return [];
  const what = isRowStruckOut(row)
    ? "The whole row is struck through, and was not taken over:"
    : "Struck through, and not taken over:";
  return [{ where: `${placeOf(table)}, row ${row.number}`, what: `${what} ${words}` }];
}

/** Of a cell, those outside tables in it: these tell their own. */
function struckBeside({ blocks }: Cell): string {
  const words = blocks.flatMap((block) => (block.kind === "paragraph" ? (block.struck ?? []) : []));
  return words.map((each) => each.trim()).join("\n");
}

/** Those in cells too, each once. */
function tablesAmong(blocks: readonly Block[]): readonly Table[] {
  return blocks.flatMap((block) => {
    if (block.kind === "paragraph") return [];
    const inner = block.rows.flatMap(beginningIn).flatMap(({ blocks: own }) => tablesAmong(own));
    return [block, ...inner];
  });
}
