import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import {
  countByRating,
  type RatingAsked,
  type RatingCounts,
  ratingsByAgency,
  ratingsShown,
} from "#plan/summary.ts";
import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import type { PlanFilter } from "#tab/filter/plan-filter.ts";
import { RatingChip } from "#tab/rating/RatingSymbol.tsx";
import { tableParts } from "#tab/table/table-parts.ts";
import { type ReactNode, useMemo, useState } from "react";
import { Bar, type BarPart } from "./Bar.tsx";
import { ChartCard } from "./ChartCard.tsx";
import { Choice } from "#tab/filter/Choice.tsx";
import { Count } from "./DataTable.tsx";
import { RatingKey } from "./RatingKey.tsx";

const choices = [
  ["shown", "Rating that counts"],
  ["proposed", "Proposed"],
  ["agreed", "Agreed"],
] as const;

const says: Readonly<Record<RatingAsked, string>> = {
  shown: "the agreed rating, or the proposed one where the group has agreed none",
  proposed: "what the agencies propose",
  agreed: "what the group has agreed",
};

const filterFields = { shown: "ratings", proposed: "proposed", agreed: "agreed" } as const;

/** How each agency's actions are rated: a bar and its numbers in one table. */
export function RatingByAgency({
  view,
  onFilter,
  today,
}: Pick<ViewProps, "view" | "onFilter"> & { today: IsoDate }) {
  const [asked, setAsked] = useState<RatingAsked>("shown");
  const { rows, total } = useMemo(() => countsOf(view, asked), [view, asked]);
  const ids = ratingsShown(view.scheme, [total]);
  const longest = Math.max(0, ...rows.map(({ all }) => all));
  const table = { ids, scheme: view.scheme };
  const show = (id: RatingId | undefined, agency?: string) => onFilter(filterOf(asked, id, agency));
  const actions = view.actions.size;
  return (
    <ChartCard
      title="Rating by agency"
      about={`${counted(actions, "action")} on ${formatDate(today)}: ${says[asked]}. An action of several agencies counts for each of them.`}
      wide="seven"
      choice={<Choice label="Which rating" value={asked} onChoose={setAsked} {...{ choices }} />}
    >
      <div className="chart-scroll">
        <table
          {...tableParts.table}
          className="chart-table chart-bars"
          aria-label="Actions by agency and rating"
        >
          <Heading {...table} />
          <tbody {...tableParts.group}>
            {rows.map(({ agency, all, counts }) => (
              <Row
                key={agency.shortName}
                {...{ ...table, counts, all }}
                name={agency.name}
                onShow={(id) => show(id, agency.shortName)}
              >
                <Bar
                  longest={longest}
                  parts={partsOf({ ...table, counts }, (id) => show(id, agency.shortName))}
                />
              </Row>
            ))}
          </tbody>
          <tfoot {...tableParts.group}>
            <Row {...table} counts={total} all={actions} name="All agencies" onShow={show} />
          </tfoot>
        </table>
      </div>
      <RatingKey {...table} />
    </ChartCard>
  );
}

function countsOf({ open, actions }: ViewProps["view"], asked: RatingAsked) {
  const all = [...actions.values()];
  return {
    rows: ratingsByAgency(open.agencies, all, asked),
    total: countByRating(all, asked),
  };
}

interface Columns {
  readonly scheme: RatingScheme;
  readonly ids: readonly RatingId[];
}

function Heading({ scheme, ids }: Columns) {
  return (
    <thead {...tableParts.group}>
      <tr {...tableParts.row}>
        <th {...tableParts.column}>Agency</th>
        {ids.map((id) => (
          <th key={id} {...tableParts.column} className="number">
            <span className="said">{ratingOf(scheme, id).name}</span>
            <RatingChip rating={ratingOf(scheme, id)} />
          </th>
        ))}
        <th {...tableParts.column} className="number">
          All
        </th>
      </tr>
    </thead>
  );
}

interface RowProps extends Columns {
  readonly name: string;
  readonly counts: RatingCounts;
  readonly all: number;
  readonly onShow: (id: RatingId | undefined) => void;
  /** Its bar. */
  readonly children?: ReactNode;
}

function Row({ scheme, ids, counts, all, name, onShow, children }: RowProps) {
  return (
    <tr {...tableParts.row}>
      {/* Without its bar, which says what the cells say. */}
      <th {...tableParts.its} aria-label={name}>
        <span className="chart-row-name">
          <span>{name}</span>
          {children}
        </span>
      </th>
      {ids.map((id) => (
        <td key={id} {...tableParts.cell} className="number">
          <Count
            value={counts.get(id) ?? 0}
            of={`${name}, ${ratingOf(scheme, id).name}`}
            onShow={() => onShow(id)}
          />
        </td>
      ))}
      <td {...tableParts.cell} className="number strong">
        <Count value={all} of={`${name}, all`} onShow={() => onShow(undefined)} />
      </td>
    </tr>
  );
}

function filterOf(
  asked: RatingAsked,
  id: RatingId | undefined,
  agency: string | undefined,
): Partial<PlanFilter> {
  return {
    ...(id === undefined ? {} : { [filterFields[asked]]: new Set([id]) }),
    ...(agency === undefined ? {} : { agencies: new Set([agency]) }),
  };
}

function partsOf(
  { scheme, ids, counts }: Columns & { readonly counts: RatingCounts },
  onShow: (id: RatingId) => void,
): readonly BarPart[] {
  return ids.map((id) => {
    const { name, colour } = ratingOf(scheme, id);
    const count = counts.get(id) ?? 0;
    return { name, className: `rating-${colour}`, count, onShow: () => onShow(id) };
  });
}
