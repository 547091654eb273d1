import { dayOf, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import { ActionRating } from "#tab/action/ActionRating.tsx";
import { CopyLinkButton } from "#tab/frame/CopyLinkButton.tsx";
import { Field } from "#tab/frame/Field.tsx";
import { PlanDrawer } from "#tab/frame/PlanDrawer.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import { actionKey, recommendationKey } from "#tab/plan/plan-rows.ts";
import type { PlanView, RecommendationView } from "#tab/plan/plan-view.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { listInWords } from "#tab/words/words.ts";
import { Link } from "@fluentui/react-components";
import "./recommendation.css";

interface RecommendationDrawerProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
}

/** A recommendation in full, with what each agency does about it. */
export function RecommendationDrawer({ plan, view, onGo, onClose }: RecommendationDrawerProps) {
  const { now } = usePorts();
  const { recommendation, actions, lowest, lowestAgreed, complete } = view;
  const { id, ref, text } = recommendation;
  const place = recommendationKey(id);
  return (
    <PlanDrawer
      place={place}
      where={`Recommendation ${recommendation.order} of ${plan.recommendations.length}`}
      title={`Recommendation ${ref}`}
      state={
        <>
          <RatingBadge rating={ratingOf(plan.scheme, lowest)} agreed={lowestAgreed} />
          <span className="small muted">
            Lowest of its actions · {complete} of {actions.length} complete
          </span>
        </>
      }
      buttons={
        <CopyLinkButton planId={plan.open.plan.id} place={place} label={`Recommendation ${ref}`} />
      }
      onClose={onClose}
    >
      <div className="recommendation">
        <p className="drawer-text">{text}</p>
        <RecommendationFields plan={plan} view={view} />
        <h3>Actions</h3>
        {actions.length === 0 && <p className="muted">No agency has an action for this yet.</p>}
        <ul className="recommendation-actions">
          {actions.map((each) => (
            <RecommendationAction
              key={each.action.id}
              view={each}
              plan={plan}
              today={dayOf(now())}
              onGo={onGo}
            />
          ))}
        </ul>
      </div>
    </PlanDrawer>
  );
}

function RecommendationFields({ plan, view }: { plan: PlanView; view: RecommendationView }) {
  const { recommendation, actions } = view;
  const { addressees, paragraphs } = recommendation;
  const answered = new Set(actions.flatMap(({ action }) => action.agencies));
  const silent = addressees.filter((agency) => !answered.has(agency));
  const name = (shortName: string) =>
    plan.open.agencies.find((agency) => agency.shortName === shortName)?.name ?? shortName;
  return (
    <dl className="fields">
      <Field name="For">{listInWords(addressees.map(name))}</Field>
      <Field name="No action from">{listInWords(silent.map(name))}</Field>
      <Field name="Timescale">{recommendation.timescale}</Field>
      <Field name="Theme">{recommendation.theme}</Field>
      <Field name="Findings">{paragraphs.join(", ")}</Field>
      <Field name="Outcome">{recommendation.outcome}</Field>
      <Field name="Evidence expected">{recommendation.anticipatedEvidence}</Field>
    </dl>
  );
}

function RecommendationAction(props: {
  readonly view: RecommendationView["actions"][number];
  readonly plan: PlanView;
  readonly today: IsoDate;
  readonly onGo: (key: string) => void;
}) {
  const { view, plan, today, onGo } = props;
  return (
    <li>
      <div className="recommendation-action">
        <span className="small strong">{view.action.agencies.join(", ")}</span>
        <span className="drawer-state">
          <ActionRating view={view} scheme={plan.scheme} today={today} />
        </span>
      </div>
      <div>{view.action.text}</div>
      <Link as="button" onClick={() => onGo(actionKey(view.action.id))}>
        Open action {view.place} of {view.of}
      </Link>
    </li>
  );
}
