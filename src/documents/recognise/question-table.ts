import type { Cell, Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type { DocumentQuestion } from "../plan-document.ts";
import { columnMeaning } from "./column-headings.ts";

type Field = "agency" | "recommendations" | "rating" | "question" | "other";

/** The questions of a table that has a column for them; undefined for any other table. */
export function readQuestionTable(table: Table): readonly DocumentQuestion[] | undefined {
  const at = table.rows.findIndex((row) => row.cells.some((cell) => fieldOf(cell) === "question"));
  const heading = table.rows[at];
  if (!heading || heading.cells.length < 2) return undefined;
  const fields = new Map(heading.cells.map((cell) => [cell.column, fieldOf(cell)]));
  let agency: string | undefined;
  return table.rows.slice(at + 1).flatMap((row) => {
    const said = valuesOf(row, fields);
    agency = said("agency") || agency;
    const text = [said("question"), said("other")].filter(Boolean).join("\n");
    if (!text) return [];
    const ratingStated = said("rating");
    return [
      {
        ...(agency && { agency }),
        recommendations: said("recommendations").match(/\d+(?:\.\d+)*[a-z]?/gi) ?? [],
        ...(ratingStated && { ratingStated }),
        text,
      },
    ];
  });
}

function valuesOf(row: Row, fields: ReadonlyMap<number, Field>): (field: Field) => string {
  return (field) =>
    row.cells
      .filter((cell) => (fields.get(cell.column) ?? "other") === field)
      .map(textOf)
      .filter(Boolean)
      .join("\n");
}

function fieldOf(cell: Cell): Field {
  const heading = textOf(cell);
  if (heading.length > 60) return "other";
  if (/\bquestions?\b|\bquer(?:y|ies)\b/i.test(heading) && !/\b(?:no|number|ref)\b/i.test(heading))
    return "question";
  if (/^(?:directed to|asked of|for|to whom)$/i.test(heading)) return "agency";
  const meaning = columnMeaning(heading);
  if (meaning === "agency") return "agency";
  if (meaning === "ref" || meaning === "recommendation") return "recommendations";
  return meaning === "rating" || meaning === "status" ? "rating" : "other";
}
