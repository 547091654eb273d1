import { inFigures } from "#plan/words.ts";
import { Link } from "@fluentui/react-components";

export interface DataCell {
  readonly value: number;
  /** Shows what was counted; nothing to show for 0. */
  readonly onShow?: (() => void) | undefined;
}

export interface DataRow {
  readonly name: string;
  readonly cells: readonly DataCell[];
}

interface DataTableProps {
  /** What the table counts. */
  readonly caption: string;
  /** Over the names of the rows: "Week". */
  readonly first: string;
  readonly headings: readonly string[];
  readonly rows: readonly DataRow[];
}

/** A chart's numbers. Each leads to what was counted, with its row and column for a screen reader. */
export function DataTable({ caption, first, headings, rows }: DataTableProps) {
  // Where no number leads anywhere, the keyboard needs another way to scroll it (WCAG 2.1.1).
  const led = rows.some(({ cells }) => cells.some(leads));
  const reached = led ? {} : { role: "region", "aria-label": caption, tabIndex: 0 };
  return (
    <div className="chart-scroll" {...reached}>
      <table className="chart-table">
        <caption className="said">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {headings.map((heading) => (
              <th key={heading} scope="col" className="number">
                <span className="chart-heading">{heading}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, cells }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                <td key={headings[index]} className="number">
                  <Count {...cell} of={`${name}, ${headings[index]}`} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function leads({ value, onShow }: DataCell): boolean {
  return onShow !== undefined && value > 0;
}

/** A number that shows what it was counted from. */
export function Count({ value, onShow, of }: DataCell & { of: string }) {
  if (!onShow || !leads({ value, onShow }))
    return (
      <span className={value === 0 ? "chart-count muted" : "chart-count"}>{inFigures(value)}</span>
    );
  return (
    <Link as="button" aria-label={`${of}: ${value}`} className="chart-count" onClick={onShow}>
      {inFigures(value)}
    </Link>
  );
}
