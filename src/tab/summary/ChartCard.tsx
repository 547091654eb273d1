import { Button } from "@fluentui/react-components";
import { DataBarVerticalRegular, TableRegular } from "@fluentui/react-icons";
import { type ReactNode, useId, useState } from "react";

interface ChartCardProps {
  readonly title: string;
  /** What is counted, in a sentence. */
  readonly about: string;
  /** Its place in the grid of cards. */
  readonly wide?: "seven" | "five" | "six";
  /** What chooses between several countings. */
  readonly choice?: ReactNode;
  /** The same numbers as a table; left out where the chart is one. */
  readonly table?: ReactNode;
  /** Left out until it is worked out. */
  readonly children?: ReactNode;
}

/** A chart under its heading, with its numbers as a table in its place when asked. */
export function ChartCard(props: ChartCardProps) {
  const { title, about, wide = "six", choice, table, children } = props;
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={`card chart-${wide}`} aria-labelledby={id}>
      <div className="chart-head">
        <div className="chart-title">
          <h2 id={id}>{title}</h2>
          <p className="small muted">{about}</p>
        </div>
        {table !== undefined && (
          <Button
            size="small"
            appearance="subtle"
            icon={asTable ? <DataBarVerticalRegular /> : <TableRegular />}
            aria-label={asTable ? `${title}: show as a chart` : `${title}: show as a table`}
            title={asTable ? "Show as a chart" : "Show as a table"}
            onClick={() => setAsTable(!asTable)}
          />
        )}
      </div>
      {choice}
      {asTable ? table : children}
    </section>
  );
}
