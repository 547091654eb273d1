import { parse } from "csv-parse/browser/esm/sync";

/** How much of a file shows what parts its values. */
const sampleCharacters = 20_000;
/** Fewer where a long record, or a quotation mark that never closes, goes beyond the sample. */
const sampleRecords = [30, 10, 3];

/**
 * What parts the values of this text, where it is a file of values: nearly all its records have the same number of
 * values, three or more. Undefined for a text that people wrote as lines and paragraphs.
 */
export function delimiterOf(text: string): string | undefined {
  const sample = text.slice(0, sampleCharacters);
  return [",", ";", "\t"].find((delimiter) => {
    const widths = widthsOf(sample, delimiter);
    const [first = 0] = widths;
    const same = widths.filter((width) => width === first).length;
    return first >= 3 && widths.length >= 2 && same >= widths.length * 0.8;
  });
}

/** How many values each of the first records has. */
function widthsOf(sample: string, delimiter: string): readonly number[] {
  for (const to of sampleRecords) {
    const records = firstRecords(sample, delimiter, to);
    if (records) return records.map(({ length }) => length);
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
