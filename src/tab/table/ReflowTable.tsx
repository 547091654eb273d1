import type { ReactNode } from "react";
import { tableParts } from "./table-parts.ts";
import "./reflow-table.css";

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
    <table {...tableParts.table} aria-label={label} className={`reflow-table ${className}`}>
      <thead {...tableParts.group}>
        <tr {...tableParts.row}>
          {headings.map((heading) => (
            <th key={heading} {...tableParts.column}>
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
  return <tbody {...tableParts.group}>{children}</tbody>;
}

export function ReflowRow({ children }: { readonly children: ReactNode }) {
  return <tr {...tableParts.row}>{children}</tr>;
}

interface ReflowCellProps {
  /** The name of its column, shown beside it on a phone. */
  readonly of: string;
  readonly className?: string | undefined;
  readonly children?: ReactNode;
}

export function ReflowCell({ of, className, children }: ReflowCellProps) {
  return (
    <td {...tableParts.cell} data-label={of} className={className}>
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
    <tr {...tableParts.row} className={className}>
      <th
        {...tableParts.its}
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
    <th {...tableParts.its} data-label={of} className={className}>
      {children}
    </th>
  );
}
