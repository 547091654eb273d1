import { childrenNamed, find, type XmlElement, isTrue } from "../docx/xml-tree.ts";
import type { DocumentProblem } from "../plan-document.ts";

/** So many places are named; of more, that there are more. */
const mostNamed = 20;

/**
 * Rows and columns that nobody sees: a filter hides rows that are as good as the others, and a person hides what is no
 * longer meant, so they are read and told of.
 */
export function hiddenParts(sheet: XmlElement, where: string): readonly DocumentProblem[] {
  const rows = rangesOf(hiddenRows(sheet), String);
  const columns = rangesOf(hiddenColumns(sheet), lettersOf);
  const parts = [
    ...(rows.length > 0 ? [`row ${listed(rows)}`] : []),
    ...(columns.length > 0 ? [`column ${listed(columns)}`] : []),
  ];
  if (parts.length === 0) return [];
  return [{ where, what: `Hidden in the sheet, and read like the others: ${parts.join("; ")}.` }];
}

/** Those that say anything, from 1. */
function hiddenRows(sheet: XmlElement): readonly number[] {
  const data = find(sheet, "sheetData");
  const rows = data ? childrenNamed(data, "row") : [];
  let number = 0;
  return rows.flatMap(({ attributes, children }) => {
    number = Number(attributes["r"] ?? number + 1);
    return isTrue(attributes["hidden"]) && children.length > 0 ? [number] : [];
  });
}

/** From 1. A sheet may hide all columns behind its last. */
function hiddenColumns(sheet: XmlElement): readonly number[] {
  const list = find(sheet, "cols");
  return (list ? childrenNamed(list, "col") : []).flatMap(({ attributes }) => {
    const [from, to] = [Number(attributes["min"]), Number(attributes["max"])];
    if (!isTrue(attributes["hidden"]) || !(from >= 1 && to >= from) || to > 256) return [];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  });
}

/** "3", "7 to 9". */
function rangesOf(numbers: readonly number[], name: (number: number) => string): string[] {
  const ranges: { readonly from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.to === number - 1) last.to = number;
    else ranges.push({ from: number, to: number });
  }
  return ranges.map(({ from, to }) => (from === to ? name(from) : `${name(from)} to ${name(to)}`));
}

function listed(ranges: readonly string[]): string {
  const more = ranges.length > mostNamed ? ["and more"] : [];
  return [...ranges.slice(0, mostNamed), ...more].join(", ");
}

/** "A" is 1, "AA" 27. */
function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? lettersOf(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}
