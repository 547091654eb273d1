import type { IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import { type DueIn, dueByMonth, dueByWeek, ratingsShown } from "#plan/summary.ts";
import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { filterFor, noFilter, type PlanFilter } from "#tab/filter/plan-filter.ts";
import { monthInWords, shortDate } from "#tab/words/words.ts";
import { Link } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { ChartCard } from "./ChartCard.tsx";
import { Choice } from "#tab/filter/Choice.tsx";
import { DataTable } from "./DataTable.tsx";
import { RatingColumns } from "./RatingColumns.tsx";

type Span = "week" | "month";

const spans = [
  ["week", "By week"],
  ["month", "By month"],
] as const;
const howMany = 6;

/** What falls due in the next weeks or months, by rating. */
export function DueSoon(props: Pick<ViewProps, "view" | "onFilter"> & { today: IsoDate }) {
  const { view, today, onFilter } = props;
  const [span, setSpan] = useState<Span>("week");
  const due = useMemo(() => dueIn([...view.actions.values()], today, span), [view, today, span]);
  const all = due.reduce((sum, each) => sum + each.all, 0);
  const show = ({ from, to }: DueIn, id: RatingId) =>
    onFilter({ due: `${from}..${to}`, ratings: new Set([id]) });
  const title = `Actions due by ${span} and rating`;
  return (
    <ChartCard
      title={`Due by ${span}`}
      about={`${all === 0 ? "Nothing is" : counted(all, "action")} due in these six ${span}s.`}
      choice={
        <div className="chart-choices">
          <Choice label="By week or month" choices={spans} value={span} onChoose={setSpan} />
          <Overdue {...props} />
        </div>
      }
      table={<DueTable {...{ title, span, due }} scheme={view.scheme} onShow={show} />}
    >
      {all > 0 && (
        <RatingColumns
          title={title}
          scheme={view.scheme}
          columns={due.map(({ from, counts }) => ({ name: shortName(from, span), counts }))}
          onShow={(column, id) => {
            const chosen = due[column];
            if (chosen) show(chosen, id);
          }}
        />
      )}
    </ChartCard>
  );
}

function dueIn(actions: Parameters<typeof dueByWeek>[0], today: IsoDate, span: Span) {
  return span === "week" ? dueByWeek(actions, today, howMany) : dueByMonth(actions, today, howMany);
}

interface DueTableProps {
  readonly title: string;
  readonly span: Span;
  readonly due: readonly DueIn[];
  readonly scheme: RatingScheme;
  readonly onShow: (due: DueIn, id: RatingId) => void;
}

function DueTable({ title, span, due, scheme, onShow }: DueTableProps) {
  const ids = ratingsShown(
    scheme,
    due.map(({ counts }) => counts),
  );
  return (
    <DataTable
      caption={title}
      first={span === "week" ? "Week from" : "Month"}
      headings={ids.map((id) => ratingOf(scheme, id).name)}
      rows={due.map((each) => ({
        name: span === "week" ? shortDate(each.from) : monthInWords(each.from.slice(0, 7)),
        cells: ids.map((id) => ({
          value: each.counts.get(id) ?? 0,
          onShow: () => onShow(each, id),
        })),
      }))}
    />
  );
}

const overdue: Partial<PlanFilter> = { due: "overdue" };

/** What is past its date already, which no week ahead shows. */
function Overdue({
  view,
  today,
  onFilter,
}: Pick<ViewProps, "view" | "onFilter"> & { today: IsoDate }) {
  const late = useMemo(() => countLate(view, today), [view, today]);
  if (late === 0) return <span className="small muted">Nothing is past its date.</span>;
  return (
    <Link as="button" className="small" onClick={() => onFilter(overdue)}>
      {counted(late, "action is", "actions are")} past the date
    </Link>
  );
}

function countLate({ scheme, open, actions }: ViewProps["view"], today: IsoDate): number {
  const isLate = filterFor({ ...noFilter, ...overdue }, { scheme, today, me: open.me });
  return [...actions.values()].filter(isLate).length;
}

/** "16 Nov" for a week, "Nov 2026" for a month. */
function shortName(from: IsoDate, span: Span): string {
  const [day, month, year] = shortDate(from).split(" ");
  return span === "week" ? `${day} ${month}` : `${month} ${year}`;
}
