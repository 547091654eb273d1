import type { PlanChange } from "#plan/changes.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ReflowGroup, ReflowTable } from "#tab/table/ReflowTable.tsx";
import { Button } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { ChangeRow } from "./ChangeRow.tsx";
import { RecommendationHeading } from "./RecommendationHeading.tsx";
import { AboutRemoved, Removed, type RemovedBetween } from "./Removed.tsx";

interface ChangesTableProps extends Pick<ViewProps, "view" | "onGo"> {
  readonly changes: readonly PlanChange[];
  readonly removed: RemovedBetween;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

/** So many rows at once keep the page quick; more are a press away. */
const step = 200;

/** The changes under their recommendations, below what is there no more. */
export function ChangesTable(props: ChangesTableProps) {
  const { changes, removed, view, onGo, from, to, today } = props;
  const [most, setMost] = useState(step);
  const anyRemoved = removed.ofPlan.length + removed.elsewhere.length > 0;
  if (changes.length === 0 && !anyRemoved)
    return (
      <Notice icon={CheckmarkCircleRegular} title="Nothing changed here">
        Between these two days nothing of this kind was said, agreed or rewritten. Choose other
        days, or all kinds and agencies.
      </Notice>
    );
  const groups = Map.groupBy(changes.slice(0, most), ({ recommendation }) => recommendation.id);
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
        {[...groups.values()].map((its) => (
          <Group key={its[0]?.recommendation.id} {...{ changes: its, view, onGo, today }} />
        ))}
      </ReflowTable>
      {anyRemoved && <AboutRemoved />}
      {changes.length > most && (
        <p className="changes-more">
          <Button onClick={() => setMost(most + step)}>
            Show {counted(Math.min(step, changes.length - most), "more change", "more changes")}
          </Button>
        </p>
      )}
    </div>
  );
}

function Group({ changes, view, onGo, today }: Omit<ChangesTableProps, "from" | "to" | "removed">) {
  const recommendation = changes[0]?.recommendation;
  if (!recommendation) return null;
  return (
    <ReflowGroup>
      <RecommendationHeading recommendation={recommendation} onGo={onGo} />
      {changes.map((change, index) => (
        // Changes have no id; their order does not change.
        <ChangeRow key={index} {...{ change, view, onGo, today }} />
      ))}
    </ReflowGroup>
  );
}
