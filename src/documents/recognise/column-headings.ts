import type { Cell, Row } from "../model/blocks.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { textOf } from "../model/cell-text.ts";
import { columnMeaning } from "./heading-meanings.ts";

export interface Column {
  readonly meaning: ColumnMeaning;
  /** The heading as printed. */
  readonly heading: string;
  /** True where the heading says that ratings are given here, by word or by colour. */
  readonly rated: boolean;
  /** True where a person said what it holds, or its cells did. */
  readonly isTold?: boolean;
}

/** From the column's place in the grid. */
export type Columns = ReadonlyMap<number, Column>;

/** The columns that this row names, where it is the heading row of a plan's table. */
export function readColumns(row: Row): Columns | undefined {
  if (!known.has(row)) known.set(row, columnsOf(row));
  return known.get(row);
}

/** Whoever looks for headings asks of every row, and rows never change. */
const known = new WeakMap<Row, Columns | undefined>();

function columnsOf(row: Row): Columns | undefined {
  const columns = new Map<number, Column>();
  for (const cell of row.cells) {
    const column = columnOf(cell);
    if (!column) return undefined;
    columns.set(cell.column, column);
  }
  if (row.cells.some((cell) => cell.meaning !== undefined)) return saidColumns(columns);
  return isPlan(columns) ? inContext(columns) : undefined;
}

/** Undefined for what is too long for a heading. */
function columnOf(cell: Cell): Column | undefined {
  const own = textOf(cell).replaceAll("\n", " ");
  const heading = cell.over === undefined ? own : `${cell.over} ${own}`;
  const name = heading.length > 80 ? firstLine(cell) : heading;
  if (name.length > 80 || heading.length > 400) return undefined;
  const meaning = cell.meaning ?? cell.holds ?? meaningOf(cell, own, name);
  const rated = meaning === "rating" || /\bb?rag\b|status|rating/i.test(heading);
  return { meaning, heading, rated, ...(cell.meaning !== undefined && { isTold: true }) };
}

/** Under "What we will do", "Agency" means what it says; "Start" means something only under "Timescale". */
function meaningOf({ over }: Cell, own: string, name: string): ColumnMeaning {
  const meaning = over === undefined ? "unfamiliar" : columnMeaning(own);
  return meaning === "unfamiliar" ? columnMeaning(name) : meaning;
}

/** A heading may be followed by how to fill its column in. */
function firstLine(cell: Cell): string {
  return textOf(cell).split("\n", 1)[0] ?? "";
}

/** A person who says what columns are need not be told by others; but something has to be planned. */
function saidColumns(columns: Columns): Columns | undefined {
  return has(columns, "action") || has(columns, "recommendation") ? columns : undefined;
}

const besideAction: readonly ColumnMeaning[] = [
  "agency",
  "lead",
  "due",
  "timescale",
  "progress",
  "status",
  "rating",
  "recommendation",
  "milestones",
];

/**
 * A plan says what is done, and at least two of for whom, by whom, by when, how far; a table of where recommendations
 * stand may leave out what is done.
 */
function isPlan(columns: Columns): boolean {
  const beside = besideAction.filter((each) => has(columns, each));
  if (has(columns, "action")) return beside.length >= 2;
  const tells = (["status", "rating", "progress"] as const).some((each) => has(columns, each));
  return has(columns, "recommendation") && tells && beside.length >= 3;
}

const onlyOfPlans: readonly ColumnMeaning[] = [
  "agency",
  "progress",
  "rating",
  "recommendation",
  "theme",
  "milestones",
  "outcomeMeasure",
  "measureOfSuccess",
  "anticipatedEvidence",
];

/** True where the table could only be a plan's: a timetable, too, says what, who and when. */
export function isSurelyPlan(columns: Columns): boolean {
  const isTold = [...columns.values()].some((column) => column.isTold === true);
  return isTold || onlyOfPlans.some((meaning) => has(columns, meaning));
}

function has(columns: Columns, meaning: ColumnMeaning): boolean {
  return [...columns.values()].some((column) => column.meaning === meaning);
}

/** Of several dates, these are not when an action is due. */
const otherDate =
  /\b(?:start\w*|begin\w*|added|raised|opened|agreed|updated?|last|review\w*|actual|completed|closed|reported)\b/i;

/** Beside a date that is aimed at, this is when it was done. */
const aimedAt = /\b(?:target|due|deadline|planned|expected|projected|by when|when)\b/i;
const doneOn = /\bdates? of completion\b|\bcompletion date\b|\bdate complete\b/i;

function isOtherDate(heading: string, due: readonly Column[]): boolean {
  const hasAim = due.some((each) => each.heading !== heading && aimedAt.test(each.heading));
  return otherDate.test(heading) || (hasAim && doneOn.test(heading) && !aimedAt.test(heading));
}

/**
 * Some headings mean something only beside others: where no column is for dates, "Timescale" is it;
 * a number with no recommendation beside it counts actions; of several dates only some are due.
 */
function inContext(columns: Columns): Columns {
  const dated = has(columns, "due") ? "due" : "timescale";
  const due = [...columns.values()].filter(({ meaning }) => meaning === dated);
  const others = due.filter(({ heading }) => isOtherDate(heading, due));
  const notDue = new Set(others.length < due.length ? others : []);
  return new Map(
    [...columns].map(([at, column]): [number, Column] => {
      const meaning = notDue.has(column) ? "unfamiliar" : meaningBeside(column, columns);
      return [at, { ...column, meaning }];
    }),
  );
}

/** Not a reference to one. */
const saysFinding = /^findings?\W*$/i;

/** What these headings mean where no other column means it. */
const elseMeans: readonly (readonly [ColumnMeaning, RegExp, ColumnMeaning])[] = [
  ["timescale", /^/, "due"],
  ["unfamiliar", /^(comment|remark)/i, "progress"],
  ["paragraphs", saysFinding, "recommendation"],
];

function meaningBeside({ meaning, heading }: Column, columns: Columns): ColumnMeaning {
  const other = elseMeans.find(
    ([own, says, means]) => own === meaning && says.test(heading) && !has(columns, means),
  );
  if (other) return other[2];
  const counts = meaning === "ref" && !has(columns, "recommendation") && !/rec/i.test(heading);
  return counts ? "unfamiliar" : meaning;
}
