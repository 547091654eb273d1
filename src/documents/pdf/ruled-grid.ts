import type { Rule } from "./page-parts.ts";

/** A ruled table as its lines show it; nothing is known of its words. */
export interface RuledGrid {
  /** The lines between columns, the outer ones too, from the left. */
  readonly xs: readonly number[];
  /** The lines between rows, the outer ones too, from the top. */
  readonly ys: readonly number[];
  readonly cells: readonly RuledCell[];
}

/** Which columns and rows of the grid a cell covers; the ends are not in it. */
export interface RuledCell {
  readonly column: number;
  readonly endColumn: number;
  readonly row: number;
  readonly endRow: number;
}

/** Lines so near are one line, drawn twice or from cell to cell; in points. */
const near = 3;
/** A drawing may have more; a page of a table has not. */
const mostCells = 10_000;

/** The tables that the rules of a page draw, from the top; a box of one cell is none. */
export function ruledGrids(rules: readonly Rule[]): readonly RuledGrid[] {
  return touching(joined(rules))
    .map(gridOf)
    .filter((grid) => grid !== undefined)
    .toSorted((one, other) => (one.ys[0] ?? 0) - (other.ys[0] ?? 0));
}

/** Pieces of one line as one rule. */
function joined(rules: readonly Rule[]): Rule[] {
  const found: Rule[] = [];
  for (const rule of rules.toSorted((one, other) => one.at - other.at || one.from - other.from)) {
    const goesOn = found.findLastIndex((each) => isSameLine(each, rule));
    const before = found[goesOn];
    if (before) {
      found[goesOn] = {
        ...before,
        from: Math.min(before.from, rule.from),
        to: Math.max(before.to, rule.to),
      };
    } else found.push(rule);
  }
  return found;
}

function isSameLine(one: Rule, other: Rule): boolean {
  return (
    one.direction === other.direction &&
    Math.abs(one.at - other.at) <= near &&
    other.from <= one.to + near &&
    other.to >= one.from - near
  );
}

/** Groups of rules that meet each other. */
function touching(rules: readonly Rule[]): Rule[][] {
  const across = rules.filter(({ direction }) => direction === "across");
  const left = new Set(rules.filter(({ direction }) => direction === "down"));
  const groups: { across: Set<Rule>; down: Rule[] }[] = [];
  for (const down of left) {
    const own = across.filter((each) => meet(each, down));
    const met = groups.filter((group) => own.some((each) => group.across.has(each)));
    for (const group of met) groups.splice(groups.indexOf(group), 1);
    groups.push({
      across: new Set([...own, ...met.flatMap((group) => [...group.across])]),
      down: [down, ...met.flatMap((group) => group.down)],
    });
  }
  return groups.map((group) => [...group.across, ...group.down]);
}

function meet(across: Rule, down: Rule): boolean {
  return (
    across.at >= down.from - near &&
    across.at <= down.to + near &&
    down.at >= across.from - near &&
    down.at <= across.to + near
  );
}

function gridOf(rules: readonly Rule[]): RuledGrid | undefined {
  const across = rules.filter(({ direction }) => direction === "across");
  const down = rules.filter(({ direction }) => direction === "down");
  const xs = places(down, across);
  const ys = places(across, down);
  if (xs.length * ys.length > mostCells) return undefined;
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return undefined;
  return { xs, ys, cells: cellsOf(xs, ys, across, down) };
}

/** Where the lines stand; a table may be open at its sides, where only those that cross them end. */
function places(rules: readonly Rule[], crossing: readonly Rule[]): number[] {
  const all = [
    ...rules.map(({ at }) => at),
    Math.min(...crossing.map(({ from }) => from)),
    Math.max(...crossing.map(({ to }) => to)),
  ].filter((at) => Number.isFinite(at));
  const found: number[] = [];
  for (const at of all.toSorted((one, other) => one - other)) {
    if (at - (found.at(-1) ?? Number.NEGATIVE_INFINITY) > near) found.push(at);
  }
  return found;
}

/** Where no line parts two places they are one cell: first those beside each other, then equal ones above. */
function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): RuledCell[] {
  const cells: RuledCell[] = [];
  for (let row = 0; row + 1 < ys.length; row += 1) {
    for (const [column, endColumn] of spansOf(row, xs, ys, down)) {
      const above = cells.findIndex(
        (cell) => cell.endRow === row && cell.column === column && cell.endColumn === endColumn,
      );
      const goesOn = cells[above];
      const [left = 0, right = 0] = [xs[column], xs[endColumn]];
      if (goesOn && !isRuled(across, ys[row] ?? 0, left, right)) {
        cells[above] = { ...goesOn, endRow: row + 1 };
      } else cells.push({ column, endColumn, row, endRow: row + 1 });
    }
  }
  return cells;
}

function spansOf(
  row: number,
  xs: readonly number[],
  ys: readonly number[],
  down: readonly Rule[],
): [number, number][] {
  const [top = 0, bottom = 0] = [ys[row], ys[row + 1]];
  const spans: [number, number][] = [];
  for (let column = 0; column + 1 < xs.length; column += 1) {
    const last = spans.at(-1);
    if (last && !isRuled(down, xs[column] ?? 0, top, bottom)) last[1] = column + 1;
    else spans.push([column, column + 1]);
  }
  return spans;
}

/** True where a line covers most of this way. */
function isRuled(rules: readonly Rule[], at: number, from: number, to: number): boolean {
  const covered = rules
    .filter((rule) => Math.abs(rule.at - at) <= near)
    .reduce((sum, rule) => sum + Math.max(0, Math.min(rule.to, to) - Math.max(rule.from, from)), 0);
  return covered >= (to - from) * 0.6;
}
