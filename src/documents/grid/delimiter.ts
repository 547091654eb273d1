import { parse } from "csv-parse/browser/esm/sync";
import { isBarRule } from "../text/text-tables.ts";

/** As Excel writes above values that are parted by something else than its own language does. */
export const saidDelimiter = /^\uFEFF?sep=([,;|\t])(?:\r\n?|\n)/i;

/** How much of a file shows what parts its values; more where its first records are longer than that. */
const sampleCharacters = 20_000;
const largeSample = 500_000;
/** Fewer where a long record, or a quotation mark that never closes, goes beyond the sample. */
const sampleRecords = [30, 10, 4, 3];

/**
 * What parts the values of this text, where it is a file of values: nearly all its records have the same number of
 * values, three or more. Undefined for a text that people wrote as lines and paragraphs.
 */
export function delimiterOf(text: string): string | undefined {
  const said = saidDelimiter.exec(text)?.[1];
  if (said !== undefined) return said;
  const sample = text.slice(0, sampleCharacters);
  const isMarkdown = /^\uFEFF?\s*\|/.test(sample) || sample.split(/\r\n?|\n/).some(isBarRule);
  return [",", ";", "\t", ...(isMarkdown ? [] : ["|"])].find((delimiter) => {
    const widths = widthsOf(text, delimiter);
    const [first = 0] = widths;
    const same = widths.filter((width) => width === first).length;
    return first >= 3 && widths.length >= 2 && same >= widths.length * 0.8;
  });
}

/** How many values each of the first records has. */
function widthsOf(text: string, delimiter: string): readonly number[] {
  for (const characters of [sampleCharacters, largeSample]) {
    const sample = text.slice(0, characters);
    // Without the end of a line there is one record at most, however often it is read.
    if (!/[\r\n]/.test(sample)) continue;
    for (const to of sampleRecords) {
      const records = firstRecords(sample, delimiter, to) ?? [];
      // The sample may end in the middle of a record, which is narrower then.
      const whole = text.length > characters ? records.slice(0, -1) : records;
      if (whole.length >= 2) return whole.map(({ length }) => length);
    }
    // A larger one would be the same.
    if (text.length <= characters) break;
  }
  return [];
}

function firstRecords(sample: string, delimiter: string, to: number): string[][] | undefined {
  try {
    return parse(sample, {
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      to,
    });
  } catch {
    return undefined;
  }
}
