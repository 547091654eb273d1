import { dayOf } from "#plan/iso-date.ts";
import { mayChallenge, mayOwn } from "#plan/permissions.ts";
import { ratingOf } from "#plan/rating-scheme.ts";
import { ActionNote, type Note } from "#tab/action/ActionNote.tsx";
import { DiscussButton } from "#tab/action/DiscussButton.tsx";
import { CopyLinkButton } from "#tab/frame/CopyLinkButton.tsx";
import { EditButton } from "#tab/definition/EditButton.tsx";
import { PlanDrawer } from "#tab/frame/PlanDrawer.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { recommendationKey } from "#tab/plan/plan-rows.ts";
import type { PlanView, RecommendationView } from "#tab/plan/plan-view.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { useState } from "react";
import { RecommendationBody } from "./RecommendationBody.tsx";
import { type RecommendationTask, RecommendationTasks } from "./RecommendationTasks.tsx";
import { useAsked } from "#tab/action/use-asked.ts";
import { useRecommendationRecord } from "./use-recommendation-record.ts";
import "#tab/action/action.css";
import "./recommendation.css";

interface RecommendationDrawerProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly onGo: (key: string) => void;
  readonly onClose: () => void;
  readonly onSaved: ViewProps["onSaved"];
}

/** A recommendation in full: what each agency does about it, what is asked of it, and what proves it. */
export function RecommendationDrawer(props: RecommendationDrawerProps) {
  const { plan, view, onGo, onClose, onSaved } = props;
  const today = dayOf(usePorts().now());
  const { id, ref } = view.recommendation;
  const place = recommendationKey(id);
  const { me } = plan.open;
  const [record, readAgain] = useRecommendationRecord(plan, view);
  const [chosen, setChosen] = useAsked<RecommendationTask>(place, () => false);
  const [note, setNote] = useState<Note>();
  const task = chosen ?? (mayChallenge(me) ? { kind: "ask" as const } : undefined);
  return (
    <PlanDrawer
      place={place}
      where={`Recommendation ${view.recommendation.order} of ${plan.recommendations.length}`}
      title={`Recommendation ${ref}`}
      state={<Lowest plan={plan} view={view} />}
      buttons={<Buttons {...{ plan, view, place }} onTask={setChosen} onSaid={setNote} />}
      onClose={onClose}
    >
      {note !== undefined && <ActionNote note={note} />}
      <div className={task ? "action-panes" : "action-panes action-panes-one"}>
        <RecommendationBody {...{ plan, view, record, today, onGo }} onTask={setChosen} />
        <RecommendationTasks
          {...{ plan, view, task }}
          onBack={() => setChosen(undefined)}
          onSaved={(saved) => {
            setChosen(undefined);
            setNote({ words: "Saved." });
            readAgain();
            void onSaved(saved);
          }}
        />
      </div>
    </PlanDrawer>
  );
}

function Buttons(props: {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly place: string;
  readonly onTask: (task: RecommendationTask) => void;
  readonly onSaid: (note: Note) => void;
}) {
  const { plan, view, place, onTask, onSaid } = props;
  const { recommendation } = view;
  const { plan: of, me } = plan.open;
  return (
    <>
      <CopyLinkButton planId={of.id} place={place} label={`Recommendation ${recommendation.ref}`} />
      {mayOwn(me) && (
        <EditButton label="Edit the recommendation" onEdit={() => onTask({ kind: "edit" })} />
      )}
      <DiscussButton planId={of.id} {...{ recommendation, onSaid }} />
    </>
  );
}

function Lowest({ plan, view }: Pick<RecommendationDrawerProps, "plan" | "view">) {
  const { lowest, lowestAgreed, complete, actions } = view;
  return (
    <>
      <RatingBadge rating={ratingOf(plan.scheme, lowest)} agreed={lowestAgreed} />
      <span className="small muted">
        Lowest of its actions · {complete} of {actions.length} complete
      </span>
    </>
  );
}
