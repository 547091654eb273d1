import type { Row } from "#tab/rows/plan-rows.ts";
import type { PlanListProps } from "#tab/grid/PlanGrid.tsx";

/** What a row of the phone's list is given. */
export interface PhoneRowProps<Of extends Row = Row> extends Omit<
  PlanListProps,
  "rows" | "turn" | "selected" | "changed"
> {
  readonly row: Of;
  readonly selected: boolean;
  readonly changed: boolean;
}
