import { inFigures } from "#plan/words.ts";
import type { Agency } from "#plan/plan.ts";
import type { OfAgency } from "#plan/summary.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import type { PlanFilter } from "#tab/filter/plan-filter.ts";
import { Link } from "@fluentui/react-components";
import { Bar } from "./Bar.tsx";
import { ChartCard } from "./ChartCard.tsx";
import { DataTable } from "./DataTable.tsx";

/** One part of each bar. */
export interface BarKind<T> {
  readonly field: keyof T & string;
  readonly name: string;
  readonly className: string;
  /** The filter that shows what it counts, where the plan has one. */
  readonly filter?: Partial<PlanFilter>;
}

interface BarsByAgencyProps<T> {
  readonly title: string;
  readonly about: string;
  readonly rows: readonly OfAgency<T>[];
  readonly kinds: readonly BarKind<T>[];
  readonly onFilter: ViewProps["onFilter"];
  /** A way to what the sentence above counts. */
  readonly more?: { readonly words: string; readonly filter: Partial<PlanFilter> };
}

type Counted<T> = { readonly [Field in keyof T]: number };

/** A bar an agency, its numbers in it; as a table each number leads to its actions. */
export function BarsByAgency<T extends Counted<T>>(props: BarsByAgencyProps<T>) {
  const { title, about, rows, kinds, onFilter, more } = props;
  const used = kinds.filter(({ field }) => rows.some(({ counts }) => counts[field] > 0));
  const way = more && (
    <div className="chart-choices">
      <Link as="button" className="small" onClick={() => onFilter(more.filter)}>
        {more.words}
      </Link>
    </div>
  );
  return (
    <ChartCard
      title={title}
      about={about}
      choice={way}
      table={<NumbersByAgency {...props} kinds={used} />}
    >
      <Bars {...props} kinds={used} />
      <ul className="chart-key" aria-label="Key">
        {used.map(({ name, className }) => (
          <li key={name}>
            <span className={`bar-chip ${className}`} />
            {name}
          </li>
        ))}
      </ul>
    </ChartCard>
  );
}

function Bars<T extends Counted<T>>({ rows, kinds, onFilter }: BarsByAgencyProps<T>) {
  const longest = Math.max(
    0,
    ...rows.map(({ counts }) => kinds.reduce((sum, { field }) => sum + counts[field], 0)),
  );
  return (
    <ul className="bars">
      {rows.map(({ agency, counts }) => {
        const parts = kinds.map(({ field, filter, ...kind }) => ({
          ...kind,
          count: counts[field],
          onShow: showOf(filter, agency, onFilter),
        }));
        return (
          <li key={agency.shortName}>
            <Link
              as="button"
              className="bars-name"
              title={agency.name}
              onClick={() => onFilter({ agencies: new Set([agency.shortName]) })}
            >
              {agency.shortName}
            </Link>
            <span className="said">
              {parts.map(({ name, count }) => `${name}: ${inFigures(count)}`).join(", ")}
            </span>
            <Bar parts={parts} longest={longest} numbered />
          </li>
        );
      })}
    </ul>
  );
}

/** Shows what was counted of one agency, where the plan has a filter for it. */
function showOf(
  filter: Partial<PlanFilter> | undefined,
  { shortName }: Pick<Agency, "shortName">,
  onFilter: ViewProps["onFilter"],
): (() => void) | undefined {
  return filter && (() => onFilter({ ...filter, agencies: new Set([shortName]) }));
}

function NumbersByAgency<T extends Counted<T>>(props: BarsByAgencyProps<T>) {
  const { title, rows, kinds, onFilter } = props;
  return (
    <DataTable
      caption={`${title} by agency`}
      first="Agency"
      headings={kinds.map(({ name }) => name)}
      rows={rows.map(({ agency, counts }) => ({
        name: agency.name,
        cells: kinds.map(({ field, filter }) => ({
          value: counts[field],
          onShow: showOf(filter, agency, onFilter),
        })),
      }))}
    />
  );
}
