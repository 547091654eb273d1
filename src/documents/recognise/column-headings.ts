import type { Row } from "../model/blocks.ts";
import type { ColumnMeaning } from "../column-meaning.ts";
import { textOf } from "../model/cell-text.ts";

export interface Column {
  readonly meaning: ColumnMeaning;
  /** The heading as printed. */
  readonly heading: string;
  /** True where the heading says that ratings are given here, by word or by colour. */
  readonly rated: boolean;
}

/** From the column's place in the grid. */
export type Columns = ReadonlyMap<number, Column>;

/** The first that fits decides, so the narrower come first. */
const meanings: readonly (readonly [RegExp, ColumnMeaning])[] = [
  [/^(rec(ommendation)?s?|item)? ?\(?(no|ref|number|#|id|reference)s?\)?$/, "ref"],
  [/^action (no|ref|number|#|id)s?$/, "unfamiliar"],
  [
    /^(report|cqc|finding|inspection|paragraph|para)\b.*\b(ref|reference|paragraph|para|no)s?$/,
    "paragraphs",
  ],
  [/^(finding|paragraph|para)s?( refs?| references?)?$/, "paragraphs"],
  [/\b(outcome|impact) (measure|indicator)s?\b/, "outcomeMeasure"],
  [
    /\b(measures?|indicators?|criteria) (of|for) success\b|\bsuccess (measure|criteria|indicator)|\bhow (will|do|would) (we|you) know\b|\bsuccess look/,
    "measureOfSuccess",
  ],
  [
    /\b(anticipated|expected|required) evidence\b|\bevidence (anticipated|expected|required)\b/,
    "anticipatedEvidence",
  ],
  [/^evidence\b/, "evidence"],
  [/\bmilestones?\b/, "milestones"],
  [/^(details )?themes?\b/, "theme"],
  [/^(progress|update|monitoring|status notes|current position|position statement)/, "progress"],
  [/\b(date|when|deadline|due|target|completion|complete by|completed by|by when)\b.*$/, "due"],
  [/^b?rag\b|\brating\b|\bb?rag( status)?$/, "rating"],
  [/^(current )?status$/, "status"],
  [/\b(progress|update|monitoring|notes on status|comments? on progress)\b/, "progress"],
  [
    /\b(lead|responsible|named|accountable) (agency|agencies|organisation|organization|partner|body|service)\b/,
    "agency",
  ],
  [/^(agency|agencies|organi[sz]ations?|partners?|provider|trust|service)\b/, "agency"],
  [
    /\b(lead|leads|owner|officers?|responsible|responsibility|accountable|personnel|who|whom|by whom)\b/,
    "lead",
  ],
  [/^(time ?scales?|time ?frames?)\b/, "timescale"],
  [/^(addressees?|addressed to)$/, "addressees"],
  [/^recommendations?\b|\brecommendations?$/, "recommendation"],
  [/\b(actions?|tasks?|steps?|activit(y|ies)|what (we )?will|what needs)\b|^what$/, "action"],
  [/\boutcomes?\b|\bimpact\b/, "outcome"],
  [/\bevidence\b/, "evidence"],
];

/** What a heading means; "unfamiliar" where it is none that plans use. */
export function columnMeaning(heading: string): ColumnMeaning {
  const plain = plainHeading(heading);
  return meanings.find(([pattern]) => pattern.test(plain))?.[1] ?? "unfamiliar";
}

/** A heading without what printers add to it: stars, colons, strokes, brackets of a plural. */
export function plainHeading(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[*†‡:.?]/g, " ")
    .replaceAll(/\(s\)/g, "s")
    .replaceAll(/[\s/,–—-]+/g, " ")
    .trim();
}

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
    const heading = textOf(cell).replaceAll("\n", " ");
    if (heading.length > 80) return undefined;
    const meaning = cell.meaning ?? columnMeaning(heading);
    columns.set(cell.column, { meaning, heading, rated: /\bb?rag\b|status|rating/i.test(heading) });
  }
  if (row.cells.some((cell) => cell.meaning !== undefined)) return saidColumns(columns);
  return isPlan(columns) ? inContext(columns) : undefined;
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
  return onlyOfPlans.some((meaning) => has(columns, meaning));
}

function has(columns: Columns, meaning: ColumnMeaning): boolean {
  return [...columns.values()].some((column) => column.meaning === meaning);
}

/**
 * Some headings mean something only beside others: where no column is for dates, "Timescale" is it;
 * a number with no recommendation beside it counts actions.
 */
function inContext(columns: Columns): Columns {
  const dated = has(columns, "due");
  const named = has(columns, "recommendation");
  const progressed = has(columns, "progress");
  return new Map(
    [...columns].map(([at, column]): [number, Column] => {
      if (column.meaning === "timescale" && !dated) return [at, { ...column, meaning: "due" }];
      if (
        column.meaning === "unfamiliar" &&
        !progressed &&
        /^(comment|remark)/i.test(column.heading)
      )
        return [at, { ...column, meaning: "progress" }];
      const counts = column.meaning === "ref" && !named && !/rec/i.test(column.heading);
      return [at, counts ? { ...column, meaning: "unfamiliar" } : column];
    }),
  );
}
