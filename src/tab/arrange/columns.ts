import type { Layout } from "#tab/layout/use-layout.ts";
import type { SortKey } from "./arrangement.ts";

/** A column of the tree grid. */
export interface Column {
  readonly id: "agency" | "text" | "lead" | "due" | "rating" | "evidence" | "checks" | "updated";
  readonly name: string;
  /** Pixels of our own text, or what is left, in a Teams window, and in a narrow one where it stands there at all. */
  readonly wide: Width;
  readonly narrow?: Width;
  /** What pressing its head sorts by. */
  readonly sort: SortKey;
  /** Figures, at the right. */
  readonly figure?: true;
  /** The plan cannot be read without it. */
  readonly needed?: true;
}

type Width = number | "rest";

export const columns: readonly Column[] = [
  { id: "agency", name: "Agency", wide: 132, narrow: 96, sort: "agency", needed: true },
  {
    id: "text",
    name: "Recommendation and actions",
    wide: "rest",
    narrow: "rest",
    sort: "report",
    needed: true,
  },
  { id: "lead", name: "Lead", wide: 136, sort: "lead" },
  { id: "due", name: "Due", wide: 128, narrow: 128, sort: "due" },
  { id: "rating", name: "Rating", wide: 152, narrow: 148, sort: "rating" },
  {
    id: "evidence",
    name: "Evidence",
    wide: 76,
    narrow: 48,
    sort: "evidence",
    figure: true,
  },
  { id: "checks", name: "Checks", wide: 68, narrow: 44, sort: "checks", figure: true },
  { id: "updated", name: "Updated", wide: 96, sort: "updated", figure: true },
];

/** The columns that there is room for, those that the reader hid left out. */
export function columnsFor(layout: Layout, hidden: ReadonlySet<string>): readonly Column[] {
  return columns.filter(
    ({ id, narrow }) => !hidden.has(id) && (layout === "wide" || narrow !== undefined),
  );
}

/** How wide each is, as `grid-template-columns` wants it: with larger letters all are wider, and scroll sideways. */
export function widthsOf(shown: readonly Column[], layout: Layout): string {
  return shown
    .map(({ wide, narrow }) => cssOf(layout === "wide" ? wide : (narrow ?? wide)))
    .join(" ");
}

/** Our own letters are of 14 pixels. */
function cssOf(width: Width): string {
  return width === "rest" ? "minmax(8em, 1fr)" : `calc(${width}em / 14)`;
}

/** The words of a heading go across these. */
export function isSpanned(id: Column["id"]): boolean {
  return id === "lead" || id === "due";
}

/** How many columns the words of a heading take: their own, lead and due, as far as those are shown. */
export function spanOfHeading(shown: readonly Column[]): number {
  return shown.filter(({ id }) => id === "text" || isSpanned(id)).length;
}

/** How many cells a row has. */
export function cellsOf(shown: readonly Column[], type: "group" | "action"): number {
  return type === "action" ? shown.length : shown.length - spanOfHeading(shown) + 1;
}
