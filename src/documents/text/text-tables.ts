import type { Block, Cell, Row, Table } from "../model/blocks.ts";

/** A row of a table in text: its values, and whether a blank line stands above it. */
export interface TextRow {
  readonly values: readonly (readonly Block[])[];
  readonly afterBlank: boolean;
}

/**
 * A table of text rows. Where a row has fewer values than the table and only one of them says anything, that stands
 * across it.
 */
export function tableOfText(rows: readonly TextRow[], number: number): Table {
  const columns = rows.reduce((most, { values }) => Math.max(most, values.length), 0);
  return {
    kind: "table",
    number,
    columns,
    rows: rows.map(({ values, afterBlank }, index): Row => {
      const at = index + 1;
      return {
        number: at,
        isHeader: false,
        cells: cellsOf(values, at, columns),
        ...(afterBlank && { beginsPage: true }),
      };
    }),
  };
}

function cellsOf(values: readonly (readonly Block[])[], row: number, columns: number): Cell[] {
  const [only, ...others] = values.filter((value) => value.length > 0);
  if (only && others.length === 0 && values.length < columns) {
    return [{ blocks: only, row, column: 0, columnSpan: columns }];
  }
  return Array.from({ length: columns }, (_, column) => ({
    blocks: values[column] ?? [],
    row,
    column,
    columnSpan: 1,
  }));
}

/** The values of a Markdown row; a bar behind a backslash is one in the text. */
export function barValues(line: string): string[] {
  const inner = line
    .trim()
    .replace(/^\|/, "")
    .replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((value) => value.replaceAll("\\|", "|").trim());
}

/** The line under a Markdown table's heading: "|---|:--:|". */
export function isBarRule(line: string): boolean {
  if (!line.includes("|") || !/^[\s:|-]+$/.test(line)) return false;
  const inner = line.trim().replace(/^\|/, "").replace(/\|$/, "");
  return inner.split("|").every((value) => /^:?-+:?$/.test(value.trim()));
}
