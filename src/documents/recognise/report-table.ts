import type { ColumnMeaning } from "../column-meaning.ts";
import type { Cell, Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type { DocumentRecommendation } from "../plan-document.ts";
import { readAddressees } from "./addressees.ts";
import { columnMeaning } from "./heading-meanings.ts";
import { splitSee } from "./plan-lines.ts";

type Field = "ref" | "text" | "addressees" | "timescale" | "theme" | "paragraphs" | "other";

/** The recommendations of a report's table, one a row; undefined where it has no column for them. */
export function recommendationsInTable(
  table: Table,
): readonly DocumentRecommendation[] | undefined {
  const heading = headingOf(table);
  if (!heading) return undefined;
  const columns = new Map(heading.cells.map((cell) => [cell.column, fieldOf(cell)]));
  return rowsUnder(heading, table).flatMap((row) => recommendationOf(row, columns));
}

/** The same table without its heading row, where it has recommendations. */
export function withoutItsHeading(table: Table): Table {
  const heading = headingOf(table);
  return heading ? { ...table, rows: rowsUnder(heading, table) } : table;
}

function rowsUnder(heading: Row, { rows }: Table): readonly Row[] {
  return rows.slice(rows.indexOf(heading) + 1);
}

function headingOf(table: Table): Row | undefined {
  return table.rows.slice(0, 10).find((row) => {
    const said = row.cells.map(fieldOf);
    return said.includes("text") && said.some((field) => field !== "text" && field !== "other");
  });
}

function recommendationOf(row: Row, columns: ReadonlyMap<number, Field>): DocumentRecommendation[] {
  const said = (field: Field) =>
    row.cells
      .filter((cell) => columns.get(cell.column) === field)
      .map(textOf)
      .filter(Boolean)
      .join("\n");
  const { text, paragraphs } = splitSee(said("text"));
  if (!text) return [];
  const [ref, timescale, theme] = [said("ref"), said("timescale"), said("theme")];
  return [
    {
      ...(ref && {
        ref: ref.replace(/^rec(?:ommendation)?\.?\s*(?=\d)/i, "").replace(/[.):]$/, ""),
      }),
      addressees: said("addressees").split("\n").filter(Boolean).flatMap(readAddressees),
      ...(timescale && { timescale }),
      ...(theme && { theme }),
      text,
      paragraphs: [...(said("paragraphs").match(/\d+(?:\.\d+)*/g) ?? []), ...paragraphs],
      actions: [],
    },
  ];
}

function fieldOf(cell: Cell): Field {
  const heading = textOf(cell);
  if (heading.length > 60) return "other";
  if (/^(?:for|to|who|addressed to|directed to|responsible\b.*|owner)$/i.test(heading))
    return "addressees";
  return fields[columnMeaning(heading)] ?? "other";
}

const fields: Partial<Record<ColumnMeaning, Field>> = {
  ref: "ref",
  recommendation: "text",
  agency: "addressees",
  addressees: "addressees",
  timescale: "timescale",
  due: "timescale",
  theme: "theme",
  paragraphs: "paragraphs",
};
