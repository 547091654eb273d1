import type { Layout } from "#tab/layout/use-layout.ts";
import type { Arrangement } from "#tab/arrange/arrangement.ts";
import type { Column } from "#tab/arrange/columns.ts";
import type { PlanFilter } from "#tab/filter/plan-filter.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";

/** What the tools above the rows are given. */
export interface PlanToolsProps {
  readonly view: PlanView;
  readonly layout: Layout;
  readonly filter: PlanFilter;
  readonly onFilter: (filter: PlanFilter) => void;
  /** The filter without what is searched for: the same object while somebody types. */
  readonly unsearched: PlanFilter;
  /** Filters so, and goes on searching. */
  readonly onUnsearched: (filter: PlanFilter) => void;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
  /** All columns that there is room for, and those that the reader hid. */
  readonly columns: readonly Column[];
  readonly hidden: ReadonlySet<string>;
  readonly onHide: (hidden: ReadonlySet<string>) => void;
  /** Whether rows show all of their words. */
  readonly full: boolean;
  readonly onFull: (full: boolean) => void;
  /** How many actions the checks found something in; undefined until they have been run. */
  readonly toChallenge: number | undefined;
  /** "93 of 93" */
  readonly shown: string;
}

/** What the menus among them are given: nothing of it changes with what is searched for. */
export type FilterToolsProps = Omit<PlanToolsProps, "shown" | "unsearched" | "onUnsearched">;
