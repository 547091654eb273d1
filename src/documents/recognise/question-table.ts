import type { ColumnMeaning } from "../column-meaning.ts";
import type { Cell, Row, Table } from "../model/blocks.ts";
import { textOf } from "../model/cell-text.ts";
import type { DocumentQuestion } from "../plan-document.ts";
import { namesAgencies } from "./addressees.ts";
import { columnMeaning } from "./heading-meanings.ts";
import { onlyRating, readQuestionHeading } from "./question-lines.ts";

type Field = "number" | "agency" | "recommendations" | "rating" | "question" | "other";

/** The questions of a table that has a column for them; undefined for any other table. */
export function readQuestionTable(table: Table): readonly DocumentQuestion[] | undefined {
  const at = table.rows.findIndex(isHeading);
  const heading = table.rows[at];
  if (!heading) return undefined;
  const fields = fieldsOf(heading);
  let agency = agencyAcross(table.rows.slice(0, at));
  return table.rows.slice(at + 1).flatMap((row) => {
    const across = agencyAcross([row]);
    const said = valuesOf(row, fields);
    agency = across ?? (said("agency") || agency);
    const text = [said("question"), ...besideQuestion(row, heading, fields)]
      .filter(Boolean)
      .join("\n");
    return text && across === undefined ? [questionOf(text, agency, said)] : [];
  });
}

/** Beside a column for recommendations, another for numbers counts the questions. */
function fieldsOf({ cells }: Row): ReadonlyMap<number, Field> {
  const isNamed = cells.some((cell) => /^rec/i.test(textOf(cell)));
  return new Map(
    cells.map((cell) => {
      const heading = textOf(cell);
      const counts = isNamed && columnMeaning(heading) === "ref" && !/^rec/i.test(heading);
      return [cell.column, counts || countsQuestions.test(heading) ? "number" : fieldOf(cell)];
    }),
  );
}

/** The same table without what its reading has taken in: its heading row, agencies across it, numbers. */
export function withoutQuestionHeadings(table: Table): Table {
  const heading = table.rows.find(isHeading);
  const fields = heading ? fieldsOf(heading) : new Map<number, Field>();
  const rows = table.rows
    .filter((row) => !isHeading(row) && !agencyAcross([row]))
    .map((row) => ({
      ...row,
      cells: row.cells.filter(({ column }) => fields.get(column) !== "number"),
    }));
  return { ...table, rows };
}

function questionOf(
  text: string,
  agency: string | undefined,
  said: (field: Field) => string,
): DocumentQuestion {
  const numbered = said("recommendations");
  const inHeading = readQuestionHeading(
    `Recommendation ${numbered.replace(/^rec(?:ommendation)?s?\s*/i, "")}`,
  );
  const ratingStated = said("rating") || inHeading?.rating;
  const others = inHeading ? inHeading.rest : numbered;
  return {
    ...(agency && { agency }),
    recommendations: inHeading?.recommendations ?? [],
    ...(ratingStated && { ratingStated: onlyRating(ratingStated) }),
    text: others ? `${others}\n${text}` : text,
  };
}

/** Headings are short, and say what else stands beside the questions. */
function isHeading({ cells }: Row): boolean {
  if (!cells.some((cell) => asksInHeading.test(textOf(cell).slice(0, 61)))) return false;
  const fields = cells.map(fieldOf);
  const known = fields.filter((field) => field !== "other" && field !== "question");
  return (
    fields.includes("question") &&
    known.length > 0 &&
    cells.every((cell) => textOf(cell).length <= 60)
  );
}

/** The agency that stands across the table over its questions. */
function agencyAcross(rows: readonly Row[]): string | undefined {
  for (const row of rows) {
    const [only, ...others] = row.cells.filter((cell) => textOf(cell));
    const isAcross = only !== undefined && others.length === 0 && only.row === row.number;
    const text = isAcross ? textOf(only) : "";
    if (isAcross && text.length <= 100 && (only.columnSpan > 1 || namesAgencies(text))) return text;
  }
  return undefined;
}

/** What stands in columns that are not of questions, each with its heading. */
function besideQuestion(
  row: Row,
  heading: Row,
  fields: ReadonlyMap<number, Field>,
): readonly string[] {
  return row.cells
    .filter((cell) => (fields.get(cell.column) ?? "other") === "other" && textOf(cell) !== "")
    .map((cell) => {
      const over = heading.cells.find(({ column }) => column === cell.column);
      const name = over ? textOf(over) : "";
      return name === "" || /^notes$/i.test(name) ? textOf(cell) : `${name}: ${textOf(cell)}`;
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
    return isAnswer(heading) ? "other" : "question";
  if (/^rec(?:ommendation)?(?:\(?s\)?)?(?: no\.?| ref)?$/i.test(heading)) return "recommendations";
  if (/\brating\b/i.test(heading)) return "rating";
  if (
    /^(?:directed to|addressed to|asked of|for|to|to whom|respondent|who should answer)\W*$/i.test(
      heading,
    )
  )
    return "agency";
  return fieldsByMeaning[columnMeaning(heading)] ?? "other";
}

const asksInHeading = /\bquestions?\b|\bquer(?:y|ies)\b/i;

const fieldsByMeaning: Partial<Record<ColumnMeaning, Field>> = {
  agency: "agency",
  ref: "recommendations",
  recommendation: "recommendations",
  rating: "rating",
  status: "rating",
};

const countsQuestions = /^q(?:uestion)?s?\.? ?(?:no|number|ref|#)\.?$/i;

function isAnswer(heading: string): boolean {
  return /^(?:response|answer|reply)/i.test(heading);
}
