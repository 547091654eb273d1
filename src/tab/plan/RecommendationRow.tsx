import type { IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { agoInWords } from "#plan/words.ts";
import type { Layout } from "#tab/frame/use-layout.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { EvidenceCount } from "./EvidenceCount.tsx";
import { GridCell, GridRow, type RowPlace } from "./GridRow.tsx";
import type { Row } from "./plan-rows.ts";
import { dateOnHover, recommendationRowName } from "./row-words.ts";

interface RecommendationRowProps {
  readonly row: Extract<Row, { type: "recommendation" }>;
  readonly at: RowPlace;
  readonly scheme: RatingScheme;
  readonly layout: Layout;
  readonly today: IsoDate;
}

export function RecommendationRow(props: RecommendationRowProps) {
  const { row, at, scheme, layout, today } = props;
  const { view } = row.group;
  const { recommendation, lowest, lowestAgreed, complete, actions, evidenceCount, lastUpdate } =
    view;
  const wide = layout === "wide";
  const done = `${complete} of ${actions.length} complete`;
  return (
    <GridRow
      row={row}
      at={at}
      name={recommendationRowName(scheme, view)}
      className="plan-row-recommendation"
    >
      <RefCell {...props} />
      <GridCell row={row.key} at={1} className="plan-cell-span" span={wide ? 3 : 2}>
        <div className="plan-cell-words">
          <div className="strong clamp">{recommendation.text}</div>
          {!wide && <Addressees {...props} />}
        </div>
      </GridCell>
      <GridCell row={row.key} at={2}>
        <div className="plan-cell-rating">
          <RatingBadge rating={ratingOf(scheme, lowest)} agreed={lowestAgreed} />
          <span className="small muted clip">{wide ? `Lowest · ${done}` : done}</span>
        </div>
      </GridCell>
      <GridCell row={row.key} at={3} className="plan-cell-number">
        <EvidenceCount count={evidenceCount} />
      </GridCell>
      {wide && (
        <GridCell row={row.key} at={4} className="plan-cell-number" title={dateOnHover(lastUpdate)}>
          <span className="small muted">{agoInWords(lastUpdate, today)}</span>
        </GridCell>
      )}
    </GridRow>
  );
}

function RefCell(props: RecommendationRowProps) {
  const { row, layout } = props;
  const { id, ref } = row.group.view.recommendation;
  const Chevron = row.open ? ChevronDownRegular : ChevronRightRegular;
  return (
    <GridCell row={row.key} at={0} className="plan-cell-ref">
      <span className="plan-chevron" data-fold={id}>
        <Chevron aria-hidden />
      </span>
      <div className="plan-cell-words">
        <span className="strong">{ref}</span>
        {layout === "wide" && <Addressees {...props} />}
      </div>
    </GridCell>
  );
}

function Addressees({ row }: RecommendationRowProps) {
  const { addressees } = row.group.view.recommendation;
  return <div className="small muted clip">{addressees.join(", ")}</div>;
}
