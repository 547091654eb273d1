import { checks, type Finding } from "#plan/checks.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Challenge } from "#plan/record.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Link } from "@fluentui/react-components";
import { FlagFilled, FlagRegular } from "@fluentui/react-icons";
import { useId } from "react";
import { AskOfFinding } from "./AskOfFinding.tsx";

interface FindingItemProps extends Pick<ViewProps, "view" | "onGo" | "onSaved"> {
  readonly finding: Finding;
  /** The question that it has led to already. */
  readonly asked: Challenge | undefined;
  readonly today: IsoDate;
}

/** What a check found, the question that it drafts, and why it looks at that at all. */
export function FindingItem(props: FindingItemProps) {
  const { finding, view, onGo } = props;
  const { actionId, recommendationId, weight } = finding;
  const asks = useId();
  const action = actionId === undefined ? undefined : view.actions.get(actionId);
  const place = action ? `action/${action.action.id}` : `recommendation/${recommendationId}`;
  const check = checks.find(({ id }) => id === finding.check);
  const Icon = weight === "strong" ? FlagFilled : FlagRegular;
  return (
    <li className="challenge">
      <div className="challenge-state">
        <Icon aria-hidden />
        <div>
          <div className="strong">{check?.title}</div>
          {weight === "strong" && <div className="small">Pressing</div>}
        </div>
      </div>
      <div className="challenge-words">
        <div className="small muted">
          <Link as="button" className="challenge-ref" onClick={() => onGo(place)}>
            {finding.ref}
            {action && `, action ${action.place}`}
          </Link>{" "}
          {agencyName(view.open.agencies, finding.agency)}
        </div>
        <p>{finding.says}</p>
        <p id={asks} className="challenge-asks">
          {finding.asks}
        </p>
        <details className="small">
          <summary>Why is this here?</summary>
          <p>{check?.why}</p>
        </details>
        <AskOfFinding {...props} asks={asks} />
      </div>
    </li>
  );
}
