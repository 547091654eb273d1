import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { agoInWords } from "#plan/words.ts";
import type { Layout } from "#tab/frame/use-layout.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { dueWords } from "#tab/words/due.ts";
import { EvidenceCount } from "./EvidenceCount.tsx";
import { GridCell, GridRow, type RowPlace } from "./GridRow.tsx";
import type { Row } from "./plan-rows.ts";
import { actionRowName, dateOnHover, ratingLine } from "./row-words.ts";

interface ActionRowProps {
  readonly row: Extract<Row, { type: "action" }>;
  readonly at: RowPlace;
  readonly scheme: RatingScheme;
  readonly layout: Layout;
  readonly today: IsoDate;
  readonly selected: boolean;
  /** Somebody else changed it a moment ago. */
  readonly changed: boolean;
}

export function ActionRow(props: ActionRowProps) {
  const { row, at, scheme, layout, today, selected, changed } = props;
  const { state } = row.view;
  const wide = layout === "wide";
  const look = `${selected ? "plan-row-selected" : ""} ${changed ? "plan-row-changed" : ""}`;
  const rest = wide ? 3 : 2;
  return (
    <GridRow
      row={row}
      at={at}
      name={actionRowName(scheme, row.view, today)}
      className={`plan-row-action ${look}`}
    >
      <WordCells {...props} />
      <DueCell {...props} cell={rest} />
      <RatingCell {...props} cell={rest + 1} />
      <GridCell row={row.key} at={rest + 2} className="plan-cell-number">
        <EvidenceCount count={state.evidenceCount} />
      </GridCell>
      {wide && (
        <GridCell
          row={row.key}
          at={6}
          className="plan-cell-number"
          title={dateOnHover(state.lastUpdate)}
        >
          <span className="small muted">{agoInWords(state.lastUpdate, today)}</span>
        </GridCell>
      )}
    </GridRow>
  );
}

function WordCells({ row, layout }: ActionRowProps) {
  const { action } = row.view;
  const leads = action.leads.join("; ");
  return (
    <>
      <GridCell row={row.key} at={0} className="plan-cell-agency small strong">
        <span className="clamp">{action.agencies.join(", ")}</span>
      </GridCell>
      <GridCell row={row.key} at={1}>
        <div className="plan-cell-words">
          <div className="clamp">{action.text}</div>
          {layout !== "wide" && <div className="small muted clip">{leads}</div>}
        </div>
      </GridCell>
      {layout === "wide" && (
        <GridCell row={row.key} at={2} className="plan-cell-lead small">
          <span className="clamp">{leads}</span>
        </GridCell>
      )}
    </>
  );
}

function DueCell({ cell, row, scheme, layout, today }: ActionRowProps & { cell: number }) {
  const { action, state } = row.view;
  const { date, words, revised, late } = dueWords(scheme, { action, state, today });
  const title = state.due === undefined ? undefined : formatDate(state.due);
  return (
    <GridCell row={row.key} at={cell} title={title}>
      <div className="plan-cell-words">
        <div className="clip">{date}</div>
        <div className={`small clip ${late ? "late" : "muted"}`}>
          {revised && layout === "wide" ? `${words} · revised` : words}
        </div>
      </div>
    </GridCell>
  );
}

function RatingCell({ cell, row, scheme, today }: ActionRowProps & { cell: number }) {
  const { proposed, agreed } = row.view.state;
  return (
    <GridCell row={row.key} at={cell}>
      <div className="plan-cell-rating">
        <RatingPair
          proposed={ratingOf(scheme, proposed)}
          agreed={agreed === undefined ? undefined : ratingOf(scheme, agreed)}
        />
        <span className="small muted clip">{ratingLine(row.view, today)}</span>
      </div>
    </GridCell>
  );
}
