import type { ReactNode } from "react";
import "./reflow-table.css";

/**
 * A browser may take a table's roles away where its parts are no longer laid out as a table, as on a phone: WebKit does.
 * They are said outright.
 */
const parts = {
  table: { role: "table" },
  group: { role: "rowgroup" },
  row: { role: "row" },
  column: { role: "columnheader", scope: "col" },
  its: { role: "rowheader", scope: "row" },
  cell: { role: "cell" },
} as const;

interface ReflowTableProps {
  /** What it lists, for a screen reader. */
  readonly label: string;
  readonly className: string;
  readonly headings: readonly string[];
  /** Groups of rows. */
  readonly children: ReactNode;
}

/** A table whose rows become blocks on a phone, each cell under its heading's name; it stays a table to a screen reader. */
export function ReflowTable({ label, className, headings, children }: ReflowTableProps) {
  return (
    <table {...parts.table} aria-label={label} className={`reflow-table ${className}`}>
      <thead {...parts.group}>
        <tr {...parts.row}>
          {headings.map((heading) => (
            <th key={heading} {...parts.column}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {children}
    </table>
  );
}

export function ReflowGroup({ children }: { readonly children: ReactNode }) {
  return <tbody {...parts.group}>{children}</tbody>;
}

export function ReflowRow({ children }: { readonly children: ReactNode }) {
  return <tr {...parts.row}>{children}</tr>;
}

interface ReflowCellProps {
  /** The name of its column, shown beside it on a phone. */
  readonly of: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function ReflowCell({ of, className, children }: ReflowCellProps) {
  return (
    <td {...parts.cell} data-label={of} className={className}>
      {children}
    </td>
  );
}

/** A row that names those below it, over all columns. */
export function ReflowHeading(props: {
  readonly label: string;
  readonly columns: number;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const { label, columns, className, children } = props;
  return (
    <tr {...parts.row} className={className}>
      <th
        {...parts.its}
        scope="rowgroup"
        colSpan={columns}
        aria-colspan={columns}
        aria-label={label}
      >
        {children}
      </th>
    </tr>
  );
}

/** The cell that names its row. */
export function ReflowName({ of, className, children }: ReflowCellProps) {
  return (
    <th {...parts.its} data-label={of} className={className}>
      {children}
    </th>
  );
}
