import type { PrintedLine } from "./aligned-rows.ts";
import { namesColumns, type Segment, segmentsOf } from "./segments.ts";

/** Headings over several columns, and those of each column under them. */
export interface DividedHeadings {
  /** One a column, with the words that stand over it. */
  readonly columns: readonly Segment[];
  /** How many lines they take. */
  readonly lines: number;
}

const mostLines = 5;
const longest = 30;
/** More are no headings, and each is compared with each. */
const mostColumns = 64;

/**
 * Headings in two levels, "Timescale" over "Start" and "Complete by". Undefined where the first of these lines has none
 * under it that divides its headings.
 */
export function dividedHeadings(
  lines: readonly PrintedLine[],
  gap: number,
): DividedHeadings | undefined {
  const [top, ...below] = lines.slice(0, mostLines);
  const groups = top ? segmentsOf(top, gap) : [];
  if (groups.length < 3 || groups.length > mostColumns) return undefined;
  let over = groups;
  for (const [at, line] of below.entries()) {
    if (line.page !== top?.page) return undefined;
    const parts = segmentsOf(line, gap);
    if (parts.length > mostColumns) return undefined;
    const divided = parts.length > 1 ? columnsOf(over, parts) : undefined;
    if (divided) return { columns: divided, lines: at + 2 };
    over = withRest(over, parts);
  }
  return undefined;
}

/** A heading may be broken over several lines before the one that divides others. */
function withRest(groups: readonly Segment[], parts: readonly Segment[]): readonly Segment[] {
  return groups.map((group) => {
    const own = parts.filter(({ left, right }) => left < group.right && right > group.left);
    return own.length > 0 ? joined(group, ...own) : group;
  });
}

function columnsOf(
  groups: readonly Segment[],
  parts: readonly Segment[],
): readonly Segment[] | undefined {
  if (parts.some(({ text }) => text.length > longest || /\d{2}|[.;]$/.test(text))) return undefined;
  return divide(groups, parts, byLeft) ?? divide(groups, parts, byMiddle);
}

function divide(
  groups: readonly Segment[],
  parts: readonly Segment[],
  groupOf: (groups: readonly Segment[], part: Segment) => number,
): readonly Segment[] | undefined {
  const own = Map.groupBy(parts, (part) => groupOf(groups, part));
  const isDivided = [...own.values()].some((each) => each.length > 1);
  const columns = groups.flatMap((group, at) => {
    const under = own.get(at) ?? [];
    const [only, ...others] = under;
    if (!only) return [group];
    return others.length === 0
      ? [{ ...joined(group, only), left: Math.min(group.left, only.left) }]
      : under.map((part) => ({ ...part, over: group.text }));
  });
  const inOrder = columns.every(
    (column, at) => (columns[at - 1]?.left ?? Number.NEGATIVE_INFINITY) < column.left,
  );
  return isDivided && inOrder && namesColumns(columns) ? columns : undefined;
}

function byLeft(groups: readonly Segment[], { left }: Segment): number {
  return Math.max(
    0,
    groups.findLastIndex((group) => group.left <= left + 1),
  );
}

/** A heading may stand in the middle over its columns. */
function byMiddle(groups: readonly Segment[], part: Segment): number {
  const distances = groups.map((group) =>
    Math.abs(group.left + group.right - part.left - part.right),
  );
  return distances.indexOf(Math.min(...distances));
}

/** In the first one's place, with the words of the others after its own. */
function joined(place: Segment, ...others: readonly Segment[]): Segment {
  const all = [place, ...others];
  return {
    ...place,
    text: all.map(({ text }) => text).join(" "),
    pieces: all.flatMap(({ pieces }) => pieces),
  };
}
