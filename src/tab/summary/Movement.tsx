import type { IsoDate } from "#plan/iso-date.ts";
import { monthsOfRecord } from "#plan/movement.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import { ratingsShown } from "#plan/summary.ts";
import { movementInWorker } from "#tab/challenges/run-in-worker.ts";
import { useWorkedOut } from "#tab/challenges/use-worked-out.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { shortDate } from "#tab/words/words.ts";
import { useCallback } from "react";
import { ChartCard } from "./ChartCard.tsx";
import { DataTable } from "./DataTable.tsx";
import { RatingColumns } from "./RatingColumns.tsx";

const title = "Movement by month";
const mostMonths = 6;

/** How the plan's ratings stood at the end of each month; a column leads to what changed since. */
export function Movement({
  view,
  today,
  onView,
}: Pick<ViewProps, "view" | "onView"> & { today: IsoDate }) {
  const { open, scheme } = view;
  const months = useWorkedOut(
    useCallback(
      () => movementInWorker(open, monthsOfRecord(open.record, today, mostMonths)),
      [open, today],
    ),
  );
  if (!months) return <ChartCard title={title} about="The months are being counted." />;
  const ids = ratingsShown(
    scheme,
    months.map(({ counts }) => counts),
  );
  const last = months.length - 1;
  const show = (index: number) => {
    const day = months[index]?.day;
    if (day !== undefined && index < last) onView("changes", `from=${day}`);
  };
  return (
    <ChartCard
      title={title}
      about="Actions by rating at the end of each month and today. Choose a month to see what changed since."
      table={
        <DataTable
          caption="Actions by rating at the end of each month"
          first="On"
          headings={ids.map((id) => ratingOf(scheme, id).name)}
          rows={months.map(({ day, counts }, index) => ({
            name: shortDate(day),
            cells: ids.map((id) => ({
              value: counts.get(id) ?? 0,
              onShow: index < last ? () => show(index) : undefined,
            })),
          }))}
        />
      }
    >
      <RatingColumns
        title="Actions by rating at the end of each month"
        scheme={scheme}
        columns={months.map(({ day, counts }) => ({ name: monthName(day, today), counts }))}
        onShow={show}
      />
    </ChartCard>
  );
}

/** "31 Oct", with the year where it is another one; "Today". */
function monthName(day: IsoDate, today: IsoDate): string {
  if (day === today) return "Today";
  const name = shortDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? name.slice(0, -5) : name;
}
