import type { IsoDate } from "#plan/iso-date.ts";
import type { Decision, Entry } from "#plan/record.ts";
import { ActionRating } from "#tab/action/ActionRating.tsx";
import { actionKey } from "#tab/rows/plan-rows.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { Link } from "@fluentui/react-components";

interface RecommendationActionsProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly record: readonly Entry[];
  readonly today: IsoDate;
  readonly onGo: (key: string) => void;
}

/** What each agency does about it, its ratings, and what the group said when it agreed one. */
export function RecommendationActions(props: RecommendationActionsProps) {
  const { plan, view, record, today, onGo } = props;
  if (view.actions.length === 0)
    return <p className="muted">No agency has an action for this yet.</p>;
  return (
    <ul className="recommendation-actions">
      {view.actions.map((each) => (
        <li key={each.action.id}>
          <div className="recommendation-action">
            <span className="small strong">{each.action.agencies.join(", ")}</span>
            <span className="drawer-state">
              <ActionRating view={each} scheme={plan.scheme} today={today} />
            </span>
          </div>
          <div>{each.action.text}</div>
          <Reason decision={agreedBy(record, each.action.id)} />
          <Link as="button" onClick={() => onGo(actionKey(each.action.id))}>
            Open action {each.place} of {each.of}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The newest decision on the action that agreed a rating. */
function agreedBy(record: readonly Entry[], actionId: number): Decision | undefined {
  return record
    .filter((entry) => entry.type === "decision")
    .findLast((decision) => decision.actionId === actionId && decision.rating !== undefined);
}

function Reason({ decision }: { decision: Decision | undefined }) {
  if (decision?.reason === undefined) return null;
  return <div className="small muted">The group: {decision.reason}</div>;
}
