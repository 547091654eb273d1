import { bandPattern } from "../recognise/plan-lines.ts";
import { type CellKind, kindOfColumn, strangeness } from "./cell-kinds.ts";

export type CellLines = readonly string[];

/** Rows of cells, and how strange their cells are in their columns, all together. */
export interface LikelyRows {
  readonly rows: readonly (readonly CellLines[])[];
  readonly cost: number;
}

/** No plan's cell has more lines. */
const mostLines = 40;
/** Beyond so many nothing is tried: each line is compared with each column. */
const mostOfAll = 6_000;
/** As strange as the cells of a row may be together, on average, for it to be certain that they are its own. */
const mostStrange = 4;

/** How a cell, or a line across the table, came to end. */
interface Step {
  readonly cost: number;
  /** How many lines it has. */
  readonly taken: number;
  readonly isAcross?: boolean;
}

/** By how many lines are taken, then by how many cells of the row are. */
type Steps = (Step | undefined)[][];

/**
 * The likeliest way to part lines in the cells of rows, one cell after the other, each of one line or more. Undefined
 * where none fits, or where too little tells that it is right: dates, ratings and numbers have to stand in their columns.
 */
export function likeliestRows(
  lines: readonly string[],
  headings: readonly string[],
): LikelyRows | undefined {
  const kinds = headings.map(kindOfColumn);
  const telling = kinds.filter((kind) => ["ref", "date", "rating"].includes(kind)).length;
  if (telling < 2 || lines.length > mostOfAll || lines.length < headings.length) return undefined;
  const steps = allSteps(lines, kinds);
  const last = steps.findLastIndex((row, at) => at > 0 && row[0] !== undefined);
  const printed = lines.findLastIndex((line) => line !== "") + 1;
  if (last <= 0 || last < printed - headings.length) return undefined;
  const rows = traced(lines, steps, last, kinds.length);
  const cost = steps[last]?.[0]?.cost ?? 0;
  return cost <= mostStrange * rows.length ? { rows, cost } : undefined;
}

function allSteps(lines: readonly string[], kinds: readonly CellKind[]): Steps {
  const steps: Steps = Array.from({ length: lines.length + 1 }, () => []);
  steps[0] = [{ cost: 0, taken: 0 }];
  const memo = strangenessOf(lines);
  for (let at = 0; at < lines.length; at += 1) {
    const before = steps[at]?.[0];
    if (before && isAcross(lines[at] ?? ""))
      take(steps[at + 1], 0, { cost: before.cost, taken: 1, isAcross: true });
    for (const [column, kind] of kinds.entries()) {
      const here = steps[at]?.[column];
      if (here) stepOn(steps, at, (column + 1) % kinds.length, here.cost, memo(kind, at));
    }
  }
  return steps;
}

/** To the cells after one that begins in this line and has one line, two, and so on. */
function stepOn(steps: Steps, at: number, next: number, before: number, cells: readonly number[]) {
  for (const [index, strange] of cells.entries())
    take(steps[at + index + 1], next, { cost: before + strange, taken: index + 1 });
}

/** Keeps the cheaper way to the same place. */
function take(row: (Step | undefined)[] | undefined, column: number, step: Step): void {
  if (row && step.cost < (row[column]?.cost ?? Number.POSITIVE_INFINITY)) row[column] = step;
}

/** How strange cells of a kind are that begin in a line and have one line, two, and so on, while they can be of that kind. */
function strangenessOf(
  lines: readonly string[],
): (kind: CellKind, at: number) => readonly number[] {
  const known = new Map<string, number>();
  const ofLine = (kind: CellKind, at: number) => {
    const key = `${kind} ${at}`;
    const cost = known.get(key) ?? strangeness.ofLine(kind, lines[at] ?? "");
    known.set(key, cost);
    return cost;
  };
  return (kind, at) => {
    if (lines[at] === "") return [strangeness.ofNothing(kind)];
    const costs: number[] = [];
    let cost = 0;
    for (let end = at; end < Math.min(at + mostLines, lines.length); end += 1) {
      if (lines[end] === "") break;
      cost += ofLine(kind, end) + (end > at ? strangeness.ofNext(kind) : 0);
      if (cost >= strangeness.impossible) break;
      costs.push(cost);
    }
    return costs;
  };
}

function traced(
  lines: readonly string[],
  steps: Steps,
  last: number,
  columns: number,
): readonly (readonly CellLines[])[] {
  const rows: CellLines[][] = [];
  let [at, column] = [last, 0];
  let cells: CellLines[] = [];
  while (at > 0) {
    const { taken, isAcross: across } = steps[at]?.[column] ?? { taken: at };
    cells.unshift(lines.slice(at - taken, at));
    at -= taken;
    if (!across) column = (column + columns - 1) % columns;
    if (across || column === 0) {
      rows.unshift(cells);
      cells = [];
    }
  }
  return rows;
}

/** "Recommendation 1: …", "Theme 2: …" or "Within 3 months" between the rows. */
function isAcross(line: string): boolean {
  return (
    /^(?:recommendation|theme|priority|goal|objective) \d+(?:\.\d+)*\s*[:.–-]\s*\S/i.test(line) ||
    bandPattern.test(line)
  );
}
