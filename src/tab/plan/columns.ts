import type { Layout } from "#tab/frame/use-layout.ts";
import type { SortKey } from "./arrangement.ts";

/** A column of the tree grid. */
export interface Column {
  readonly id: "agency" | "text" | "lead" | "due" | "rating" | "evidence" | "checks" | "updated";
  readonly name: string;
  /** As CSS has it, in a Teams window, and in a narrow one where it stands there at all. */
  readonly wide: string;
  readonly narrow?: string;
  /** What pressing its head sorts by. */
  readonly sort: SortKey;
  /** Figures, at the right. */
  readonly figure?: true;
  /** The plan cannot be read without it. */
  readonly needed?: true;
}

const rest = "minmax(0, 1fr)";

export const columns: readonly Column[] = [
  { id: "agency", name: "Agency", wide: "132px", narrow: "88px", sort: "agency", needed: true },
  {
    id: "text",
    name: "Recommendation and actions",
    wide: rest,
    narrow: rest,
    sort: "report",
    needed: true,
  },
  { id: "lead", name: "Lead", wide: "136px", sort: "lead" },
  { id: "due", name: "Due", wide: "128px", narrow: "116px", sort: "due" },
  { id: "rating", name: "Rating", wide: "152px", narrow: "148px", sort: "rating" },
  {
    id: "evidence",
    name: "Evidence",
    wide: "76px",
    narrow: "48px",
    sort: "evidence",
    figure: true,
  },
  { id: "checks", name: "Checks", wide: "68px", narrow: "44px", sort: "checks", figure: true },
  { id: "updated", name: "Updated", wide: "96px", sort: "updated", figure: true },
];

/** The columns that there is room for, those that the reader hid left out. */
export function columnsFor(layout: Layout, hidden: ReadonlySet<string>): readonly Column[] {
  return columns.filter(
    ({ id, narrow }) => !hidden.has(id) && (layout === "wide" || narrow !== undefined),
  );
}

/** How wide each is, as `grid-template-columns` wants it. */
export function widthsOf(shown: readonly Column[], layout: Layout): string {
  return shown.map(({ wide, narrow }) => (layout === "wide" ? wide : (narrow ?? wide))).join(" ");
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
