import type { PlanChange } from "#plan/changes.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ReflowGroup, ReflowTable } from "#tab/table/ReflowTable.tsx";
import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { ChangeRow } from "./ChangeRow.tsx";
import { RecommendationHeading } from "./RecommendationHeading.tsx";
import { AboutRemoved, Removed, type RemovedBetween } from "./Removed.tsx";
import { changesAtOnce, type ChangesWorkedOut } from "./use-changes.ts";

interface ChangesTableProps extends Pick<ViewProps, "view" | "onGo"> {
  readonly shown: ChangesWorkedOut;
  /** More of them than are shown. */
  readonly onMore: () => void;
  readonly removed: RemovedBetween;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

/** The changes under their recommendations, below what is there no more. */
export function ChangesTable(props: ChangesTableProps) {
  const { shown, onMore, removed, view, onGo, from, to, today } = props;
  const { changes, asked } = shown;
  const left = shown.of - changes.length;
  const anyRemoved = removed.ofPlan.length + removed.elsewhere.length > 0;
  if (changes.length === 0 && !anyRemoved)
    return (
      <Notice icon={CheckmarkCircleRegular} title="Nothing changed here">
        Between these two days nothing of this kind was said, agreed or rewritten. Choose other
        days, or all kinds and agencies.
      </Notice>
    );
  return (
    <div className="changes-scroll">
      <ReflowTable
        label="What changed"
        className="changes-table"
        headings={[
          "Agency",
          "What",
          "How it changed",
          formatDate(from),
          formatDate(to),
          "Who and when",
        ]}
      >
        <Removed removed={removed} scheme={view.scheme} today={today} />
        <Groups
          key={Object.values(asked).join(" ")}
          {...{ changes, onGo, today }}
          scheme={view.scheme}
        />
      </ReflowTable>
      {anyRemoved && <AboutRemoved />}
      {left > 0 && (
        <p className="changes-more">
          <Button onClick={onMore}>
            Show {counted(Math.min(changesAtOnce, left), "more change", "more changes")}
          </Button>
        </p>
      )}
    </div>
  );
}

interface GroupProps extends Pick<ChangesTableProps, "onGo" | "today"> {
  readonly changes: readonly PlanChange[];
  readonly scheme: RatingScheme;
}

/** More than a screen is high, and what a frame has time for. */
const rowsAPiece = 20;

function Groups({ changes, ...props }: GroupProps) {
  const drawn = useInPieces(changes.length, rowsAPiece);
  const groups = Map.groupBy(changes.slice(0, drawn), ({ recommendation }) => recommendation.id);
  return [...groups].map(([id, its]) => <Group key={id} {...props} changes={its} />);
}

function Group({ changes, scheme, onGo, today }: GroupProps) {
  const recommendation = changes[0]?.recommendation;
  if (!recommendation) return null;
  return (
    <ReflowGroup>
      <RecommendationHeading recommendation={recommendation} onGo={onGo} />
      {changes.map((change, index) => (
        // Changes have no id; their order does not change.
        <ChangeRow key={index} {...{ change, scheme, onGo, today }} />
      ))}
    </ReflowGroup>
  );
}
