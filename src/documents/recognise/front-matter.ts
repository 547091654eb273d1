import type { Block, Paragraph } from "../model/blocks.ts";
import { isBold, rowText } from "../model/cell-text.ts";
import type { DocumentPlan } from "../plan-document.ts";
import { readFrontDates } from "./front-matter-dates.ts";

/** How much of a document may speak of the plan as a whole. */
const frontCharacters = 60_000;

/** What the document says of the plan as a whole: its title, the regulator, the dates. */
export function readFrontMatter(blocks: readonly Block[], title: string | undefined): DocumentPlan {
  const text = plainText(blocks);
  const named = titleOf(blocks) ?? saidTitle(title) ?? firstHeading(blocks);
  const regulator = regulatorOf(text);
  return {
    ...(named !== undefined && { title: named }),
    ...(regulator !== undefined && { regulator }),
    ...readFrontDates(text),
  };
}

function plainText(blocks: readonly Block[]): string {
  const lines: string[] = [];
  let length = 0;
  for (const block of blocks) {
    const line = block.kind === "paragraph" ? block.text : block.rows.map(rowText).join("\n");
    lines.push(line);
    length += line.length;
    if (length > frontCharacters) break;
  }
  return lines.join("\n").slice(0, frontCharacters);
}

/** The cover: the line that says "Action Plan" with the line or lines that begin the page it closes. */
function titleOf(blocks: readonly Block[]): string | undefined {
  const paragraphs = blocks.flatMap((block) => (block.kind === "paragraph" ? [block] : []));
  const styled = paragraphs.find((each) => each.style === "title" && each.text.trim());
  if (styled) return oneLine(styled.text);
  const isPlain = !paragraphs.some(standsOut);
  const at = paragraphs.findIndex((each, index) => isTitleLine(each, isPlain && index < 15));
  if (at < 0) return undefined;
  const line = oneLine(paragraphs[at]?.text ?? "");
  if (!/^(the )?(\w+ )?action plan$/i.test(line)) return line;
  const above = coverAbove(paragraphs, at);
  return above ? `${above}: ${line}` : line;
}

/** Programs fill the title in with the name of the file, or with their own. */
function saidTitle(title: string | undefined): string | undefined {
  const isFile =
    /^(?:microsoft \w+|document\d*|book\d*|untitled\b.*|.*\.(?:docx?|xlsx?|pdf|html?|odt|txt|rtf))/i;
  return title === undefined || isFile.test(title) ? undefined : title;
}

/** The first heading of the highest level, before anything else is said at length. */
function firstHeading(blocks: readonly Block[]): string | undefined {
  const first = blocks.find((block) => block.kind === "table" || block.text.trim() !== "");
  if (first?.kind !== "paragraph" || first.headingLevel !== 1) return undefined;
  return first.text.length <= 200 ? oneLine(first.text) : undefined;
}

const namesPlan =
  /\baction (?:plan|tracker|log)\b|\b(?:improvement|delivery|implementation) plan\b|\bstatement of (?:proposed )?action\b/i;

/** In text that shows nothing bold, a line near its beginning need not stand out. */
function isTitleLine(paragraph: Paragraph, isPlain: boolean): boolean {
  const text = paragraph.text.trim();
  const isContents = paragraph.style?.startsWith("toc") || /\t/.test(text);
  const stands = standsOut(paragraph) || (isPlain && !/[.:;,]$/.test(text));
  return stands && !isContents && text.length <= 160 && namesPlan.test(text);
}

function standsOut(paragraph: Paragraph): boolean {
  return isBold(paragraph) || paragraph.headingLevel !== undefined;
}

/** The first group of bold lines of the cover, going up while only single blank lines part the groups. */
function coverAbove(paragraphs: readonly Paragraph[], at: number): string {
  let start = at;
  for (let up = at - 1, blanks = 0; up >= Math.max(0, at - 20); up -= 1) {
    const paragraph = paragraphs[up];
    if (!paragraph) break;
    blanks = paragraph.text.trim() ? 0 : blanks + 1;
    if (blanks > 1 || (blanks === 0 && !standsOut(paragraph))) break;
    if (blanks === 0) start = up;
  }
  const lines: string[] = [];
  for (const { text } of paragraphs.slice(start, at)) {
    if (!text.trim()) break;
    lines.push(oneLine(text));
  }
  return lines.join(" ");
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

const regulators: readonly (readonly [string, RegExp])[] = [
  ["Care Quality Commission", /\bCare Quality Commission\b|\bCQC\b/g],
  ["Ofsted", /\bOfsted\b/gi],
  ["HMICFRS", /\bHMICFRS\b|\bHMIC\b|\bInspectorate of Constabulary\b/g],
  ["HMI Probation", /\bHMI Probation\b|\bHMIP\b|\bInspectorate of Probation\b/g],
];

/** The one named most; others only where the inspection is a joint one and they are named often too. */
function regulatorOf(text: string): string | undefined {
  const labelled = /^regulators?\s*:[^\S\n]*(\S.*)$/im.exec(text)?.[1]?.trim();
  if (labelled) return labelled;
  const counted = regulators
    .map(([name, pattern]) => ({ name, count: text.match(pattern)?.length ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
  const most = counted[0];
  if (!most) return undefined;
  const isJoint = /\bjoint (targeted )?(area )?inspection|\bJTAI\b/i.test(text);
  const named = isJoint ? counted.filter(({ count }) => count * 3 >= most.count) : [most];
  return named.map(({ name }) => name).join(", ");
}
