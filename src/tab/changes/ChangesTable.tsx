import type { PlanChange } from "#plan/changes.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { Notice } from "#tab/frame/Notice.tsx";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { Button, Link } from "@fluentui/react-components";
import { CheckmarkCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { ChangeRow } from "./ChangeRow.tsx";

interface ChangesTableProps extends Pick<ViewProps, "view" | "onGo"> {
  readonly changes: readonly PlanChange[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

/** So many rows at once keep the page quick; more are a press away. */
const step = 200;

/** The changes under their recommendations. */
export function ChangesTable({ changes, view, onGo, from, to, today }: ChangesTableProps) {
  const [most, setMost] = useState(step);
  if (changes.length === 0)
    return (
      <Notice icon={CheckmarkCircleRegular} title="Nothing changed here">
        Between these two days nothing of this kind was said, agreed or rewritten. Choose other
        days, or all kinds and agencies.
      </Notice>
    );
  const groups = Map.groupBy(changes.slice(0, most), ({ recommendation }) => recommendation.id);
  return (
    <div className="changes-scroll">
      <table className="changes-table">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">What</th>
            <th scope="col">How it changed</th>
            <th scope="col">{formatDate(from)}</th>
            <th scope="col">{formatDate(to)}</th>
            <th scope="col">Who and when</th>
          </tr>
        </thead>
        {[...groups.values()].map((its) => (
          <Group key={its[0]?.recommendation.id} {...{ changes: its, view, onGo, today }} />
        ))}
      </table>
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

function Group({ changes, view, onGo, today }: Omit<ChangesTableProps, "from" | "to">) {
  const recommendation = changes[0]?.recommendation;
  if (!recommendation) return null;
  return (
    <tbody>
      <tr className="changes-group">
        <th
          scope="rowgroup"
          colSpan={6}
          aria-label={`${recommendation.ref}: ${recommendation.text}`}
        >
          <span className="changes-group-words">
            <Link as="button" onClick={() => onGo(`recommendation/${recommendation.id}`)}>
              {recommendation.ref}
            </Link>
            <span className="clip" title={recommendation.text}>
              {recommendation.text}
            </span>
          </span>
        </th>
      </tr>
      {changes.map((change, index) => (
        // Changes have no id; their order does not change.
        <ChangeRow key={index} {...{ change, view, onGo, today }} />
      ))}
    </tbody>
  );
}
