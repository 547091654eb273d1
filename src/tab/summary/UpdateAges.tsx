import type { IsoDate } from "#plan/iso-date.ts";
import { updateAge, updateAgeByAgency } from "#plan/summary.ts";
import type { UpdateAge } from "#plan/update-age.ts";
import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { useMemo } from "react";
import { BarsByAgency, type BarKind } from "./BarsByAgency.tsx";

const kinds: readonly BarKind<UpdateAge>[] = (
  [
    { field: "within30", name: "Up to 30 days", className: "bar-strong" },
    { field: "within60", name: "31 to 60", className: "bar-middle" },
    { field: "within90", name: "61 to 90", className: "bar-light" },
    { field: "longer", name: "Longer ago", className: "bar-old" },
    { field: "never", name: "Never", className: "bar-none" },
  ] as const
).map((kind) => ({ ...kind, filter: { updated: kind.field } }));

/** How long ago somebody last said something of each open action. */
export function UpdateAges({
  view,
  onFilter,
  today,
}: Pick<ViewProps, "view" | "onFilter"> & { today: IsoDate }) {
  const { quiet, rows } = useMemo(() => countsOf(view, today), [view, today]);
  return (
    <BarsByAgency
      title="Last update"
      about={
        quiet === 0
          ? "Every open action was updated in the last 90 days."
          : `${counted(quiet, "open action has", "open actions have")} not been updated in the last 90 days.`
      }
      rows={rows}
      kinds={kinds}
      onFilter={onFilter}
      {...(quiet === 0 ? {} : { more: { words: "Show them", filter: { quietDays: 90 } } })}
    />
  );
}

function countsOf({ open, actions }: ViewProps["view"], today: IsoDate) {
  const all = [...actions.values()];
  const { longer, never } = updateAge(all, today);
  return { quiet: longer + never, rows: updateAgeByAgency(open.agencies, all, today) };
}
