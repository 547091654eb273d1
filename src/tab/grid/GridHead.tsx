import { Said } from "#tab/notice/Said.tsx";
import type { Layout } from "#tab/layout/use-layout.ts";
import {
  ArrowDownRegular,
  ArrowUpRegular,
  AttachRegular,
  FlagRegular,
} from "@fluentui/react-icons";
import { memo, type ReactNode } from "react";
import type { Arrangement } from "#tab/arrange/arrangement.ts";
import type { Column } from "#tab/arrange/columns.ts";

interface GridHeadProps {
  readonly columns: readonly Column[];
  readonly layout: Layout;
  readonly arrangement: Arrangement;
  readonly onArrange: (arrangement: Arrangement) => void;
}

/** The names of the columns; pressing one sorts by it, once more the other way round, and a third time not at all. */
export const GridHead = memo(function GridHead({ columns, layout, ...arranged }: GridHeadProps) {
  return (
    <thead>
      <tr aria-rowindex={1} className="plan-head">
        {columns.map((column) => (
          <Head key={column.id} column={column} {...arranged}>
            {layout === "wide" ? column.name : (signs[column.id] ?? column.name)}
          </Head>
        ))}
      </tr>
    </thead>
  );
});

/** Where there is no room for a name. */
const signs: Partial<Record<Column["id"], ReactNode>> = {
  evidence: (
    <>
      <AttachRegular aria-hidden />
      <Said>Evidence</Said>
    </>
  ),
  checks: (
    <>
      <FlagRegular aria-hidden />
      <Said>Checks</Said>
    </>
  ),
};

type HeadProps = Pick<GridHeadProps, "arrangement" | "onArrange"> & {
  readonly column: Column;
  readonly children: ReactNode;
};

function Head({ column: { id, sort, figure }, arrangement, onArrange, children }: HeadProps) {
  const by = arrangement.sort === sort && sort !== "report";
  const Arrow = arrangement.descending ? ArrowDownRegular : ArrowUpRegular;
  const way = arrangement.descending ? "descending" : "ascending";
  return (
    <th
      scope="col"
      className={`plan-cell plan-head-${id}${figure ? " plan-cell-figure" : ""}`}
      aria-sort={by ? way : undefined}
    >
      <button
        type="button"
        className="plan-sort"
        title={sort === "report" ? "Back to the report’s order" : undefined}
        onClick={() => onArrange(pressed(arrangement, sort))}
      >
        {children}
        {by && <Arrow aria-hidden />}
      </button>
    </th>
  );
}

function pressed(arrangement: Arrangement, sort: Arrangement["sort"]): Arrangement {
  if (arrangement.sort !== sort) return { ...arrangement, sort, descending: false };
  return arrangement.descending
    ? { ...arrangement, sort: "report", descending: false }
    : { ...arrangement, descending: true };
}
