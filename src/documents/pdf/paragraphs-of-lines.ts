import type { Paragraph, TextRun } from "../model/blocks.ts";
import type { HeadingLevel, Pitch } from "./letter-sizes.ts";
import type { Line } from "./lines.ts";

/** What a page prints at the beginning of a paragraph of a list, and of nothing else. */
const listMark =
  /^(?:[•▪●■◦‣·*\uf0b7\uf0a7\uf076\uf0d8](?:\s|$)|\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})[.)]\s|\d+(?:\.\d+)+[.):]?\s+\S)/u;
/** After this a number is one of a row, and begins nothing. */
const rowOfNumbers = /(?:[,(&]|\b(?:see|and|or|to|recommendations?|paragraphs?))$/i;
/** A mark of a list where it hangs to the left of what stands above. */
const dash = /^[-–—o]\s/u;

/**
 * Lines as paragraphs. A new one begins where the gap is wider, at a mark of a list, or where the next line's first
 * word would have fitted on the line before: nobody broke that line but the writer.
 */
export function paragraphsOfLines(
  lines: readonly Line[],
  pitch: Pitch,
  levels: HeadingLevel = () => undefined,
): readonly Paragraph[] {
  const open: Line[][] = [];
  for (const line of lines) {
    const before = open.at(-1)?.at(-1);
    if (before && goesOn(before, line, pitch)) open.at(-1)?.push(line);
    else open.push([line]);
  }
  return open.map((own) => {
    const level = levels(Math.max(...own.map(({ size }) => size)));
    const paragraph = paragraphOf(own);
    return level === undefined ? paragraph : { ...paragraph, headingLevel: level };
  });
}

/** `line` may stand on the page after: then its gap says nothing. */
export function goesOn(before: Line, line: Line, pitch: Pitch): boolean {
  const text = line.text.trim();
  if (listMark.test(text) && !rowOfNumbers.test(before.text.trim())) return false;
  if (isRunBold(before.runs.findLast(isPrinted)) !== isRunBold(line.runs.find(isPrinted)))
    return false;
  if (beginsRole(before.text.trim(), text)) return false;
  if (dash.test(text) && Math.abs(before.left - line.left) > 2) return false;
  const gap = line.baseline - before.baseline;
  const size = Math.max(before.size, line.size);
  if (gap > 0 && gap > pitch(size) * 1.13 + 0.5) return false;
  if (Math.abs(before.size - line.size) > 1.5) return false;
  return !wouldHaveFitted(before, line);
}

/** What a role begins with, and what it may have before that. */
const roleBegins =
  /^(?:Head of|Named (?:Nurse|GP|Doctor|Midwife)|Designated (?:Nurse|GP|Doctor)|(?:Deputy|Assistant|Associate|Service|Medical|Executive) (?:Director|Chief|Head|Manager)|Director of|Chief (?:Nurse|Executive|Officer|Inspector|Superintendent)|Detective |(?:Named|Designated)$)/;
const roleGoesOn =
  /(?:\b(?:of|and|for|the|to|by|with|Deputy|Assistant|Associate|Acting|Interim|Joint|Senior|Trust|Detective)|[,&/–-])$/;

/** The end of a line, longer than any word is. */
function endOf(line: string): string {
  return line.slice(-200);
}

/** Roles stand one under the other, however wide their column is; taken apart, other words lose nothing. */
function beginsRole(before: string, text: string): boolean {
  return roleBegins.test(text) && /\b\p{Lu}\S*$/u.test(endOf(before)) && !roleGoesOn.test(before);
}

/** A label in bold letters may be broken, and words follow it in the same line. */
function isRunBold(run: TextRun | undefined): boolean {
  return run?.bold ?? true;
}

function isPrinted({ text }: TextRun): boolean {
  return text.trim() !== "";
}

/** A line that goes on with a small letter or after a comma is taken for broken where it nearly fitted. */
function wouldHaveFitted(before: Line, line: Line): boolean {
  const room = before.limit - before.right - before.size * 0.28 - line.firstWord * 1.02;
  const width = before.limit - before.left;
  if (/^\p{Ll}/u.test(line.text.trim())) return room > width * 0.2;
  return room > width * (/[,/&]$/.test(before.text.trim()) ? 0.1 : 0.03);
}

function paragraphOf(lines: readonly Line[]): Paragraph {
  const runs: TextRun[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const joint = before ? jointOf(before, line.text.trim()) : "";
    line.runs.forEach((run, place) => {
      runs.push(place === 0 ? { ...run, text: joint + run.text.trimStart() } : run);
    });
  });
  const text = withListMark(runs.map((run) => run.text).join(""));
  return { kind: "paragraph", text: text.trim(), runs };
}

/** A word may be broken at its hyphen, and a row of names at its strokes; a space would part them. */
function jointOf(before: Line, text: string): string {
  if (/\s$/.test(before.text) || /^[,;:.)]/.test(text)) return "";
  const isBroken = /(?:\p{L}-|\S\/\S+\/)$/u.test(endOf(before.text)) && /^[\p{L}\d]/u.test(text);
  return isBroken || isBrokenWord(before, text) ? "" : " ";
}

const shortWords =
  /^(?:a|all|an|and|any|are|as|at|be|but|by|can|day|do|due|for|get|has|if|in|is|it|key|may|new|no|not|of|on|one|or|our|out|per|so|the|to|two|up|use|via|was|we|who|yet)$/;
/** Long words that stand in the narrow columns of plans. */
const longWords =
  /^(?:accountab(?:le|ility)|assessments?|commission(?:ing|ers?|ed)|communicat(?:ions?|ing|ed)|completion|milestones?|monitoring|neighbourhoods?|organi[sz]ation(?:s|al)?|professionals?|recommendations?|responsib(?:le|ility|ilities)|safeguarding|superintendent|timescales?)$/i;

/** A word that is wider than its column is broken anywhere: alone on its line, it fills it to the last letters. */
function isBrokenWord(before: Line, text: string): boolean {
  const [, begun] = /^\(?(\p{L}{4,})$/u.exec(before.text.trim()) ?? [];
  const [rest] = /^\p{Ll}+/u.exec(text) ?? [];
  if (begun === undefined || rest === undefined) return false;
  const isRest = rest.length <= 3 ? !shortWords.test(rest) : longWords.test(begun + rest);
  const isFull = before.right > before.limit - before.size * 0.75;
  // Two letters that are no word are the end of one, wherever the column ends.
  return isRest && (isFull || (begun.length >= 8 && rest.length === 2));
}

/** The signs of the symbol fonts as everybody's bullet. */
function withListMark(text: string): string {
  return text.replace(/^\s*[\uf0b7\uf0a7\uf076\uf0d8●▪■◦‣·]\s*/u, "• ");
}
