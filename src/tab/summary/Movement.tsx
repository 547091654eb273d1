import type { IsoDate } from "#plan/iso-date.ts";
import { monthsOfRecord, type RatedOn } from "#plan/movement.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { ratingsShown } from "#plan/summary.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { shortDate } from "#tab/words/words.ts";
import { movementInWorker } from "#tab/worker/run-in-worker.ts";
import { useWorkedOut } from "#tab/worker/use-worked-out.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { useCallback } from "react";
import { ChartCard } from "./ChartCard.tsx";
import { DataTable } from "./DataTable.tsx";
import { RatingColumns } from "./RatingColumns.tsx";

const title = "Movement by month";
const mostMonths = 6;

/** How the plan's ratings stood at the end of each month; a column leads to what changed since. */
export function Movement({
  view: { open, scheme },
  today,
  onView,
}: Pick<ViewProps, "view" | "onView"> & { today: IsoDate }) {
  const read = useMonths(open, today);
  if (!read) return <ChartCard title={title} about="The months are being counted." />;
  if ("error" in read)
    return (
      <ChartCard
        title={title}
        about={`What the plan was in these months could not be read. ${messageOf(read.error)}`}
      />
    );
  return <Months {...{ scheme, today, onView }} months={read.months} />;
}

interface MonthsProps extends Pick<ViewProps, "onView"> {
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  readonly months: readonly RatedOn[];
}

function Months({ scheme, today, onView, months }: MonthsProps) {
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

type ReadMonths = { readonly months: readonly RatedOn[] } | { readonly error: unknown };

/** Undefined until they are counted. The other charts do not need what is read for this one, and stand where it fails. */
function useMonths(open: OpenPlan, today: IsoDate): ReadMonths | undefined {
  const { history } = usePorts();
  return useWorkedOut(
    useCallback(async (): Promise<ReadMonths> => {
      const days = monthsOfRecord(open.record, today, mostMonths);
      try {
        const { definitions } = await history();
        const worded = await definitions.since(open, days[0] ?? today);
        return { months: await movementInWorker(open, worded, days) };
      } catch (error) {
        return { error };
      }
    }, [history, open, today]),
  );
}

/** "31 Oct", with the year where it is another one; "Today". */
function monthName(day: IsoDate, today: IsoDate): string {
  if (day === today) return "Today";
  const name = shortDate(day);
  return day.slice(0, 4) === today.slice(0, 4) ? name.slice(0, -5) : name;
}
