import type { RecommendationState } from "#plan/fold-recommendation.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { mayChallenge } from "#plan/permissions.ts";
import { Findings } from "#tab/challenge/Findings.tsx";
import type { QuestionDraft } from "#tab/challenge/PutChallenge.tsx";
import { Questions } from "#tab/challenge/Questions.tsx";
import { useFindingsUnder } from "#tab/challenge/use-findings-under.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { Field } from "#tab/drawer/Field.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import type { PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { listInWords } from "#tab/words/words.ts";
import { EvidenceList } from "./EvidenceList.tsx";
import { FindingsBehind } from "./FindingsBehind.tsx";
import { RecommendationActions } from "./RecommendationActions.tsx";
import { GroupDecision } from "./GroupDecision.tsx";
import type { RecommendationTask } from "./tasks.ts";
import type { ReadRecord } from "#tab/action/use-read-record.ts";

interface RecommendationBodyProps {
  readonly plan: PlanView;
  readonly view: RecommendationView;
  readonly state: RecommendationState;
  readonly record: ReadRecord;
  readonly today: IsoDate;
  readonly onGo: (key: string) => void;
  readonly onTask: (task: RecommendationTask) => void;
}

/** What is known of a recommendation, in the order in which it is asked about. */
export function RecommendationBody(props: RecommendationBodyProps) {
  const { plan, view, state, record, today, onGo } = props;
  const entries = record.entries ?? [];
  return (
    <div className="action-record">
      <p className="drawer-text">{view.recommendation.text}</p>
      <RecommendationFields {...{ plan, view, state }} />
      <FindingsBehind planId={plan.open.plan.id} recommendation={view.recommendation} />
      <Challenges {...props} />
      {record.error !== undefined && (
        <p role="alert">What was said of it could not be read. {messageOf(record.error)}</p>
      )}
      <GroupDecision
        scheme={plan.scheme}
        recommendationId={view.recommendation.id}
        record={entries}
      />
      <h3>Actions</h3>
      <RecommendationActions {...{ plan, view, today, onGo }} record={entries} />
      <h3>Evidence</h3>
      {record.entries ? (
        <EvidenceList agencies={plan.open.agencies} record={entries} />
      ) : (
        <div className="skeleton-lines" />
      )}
    </div>
  );
}

function RecommendationFields({
  plan,
  view,
  state,
}: Pick<RecommendationBodyProps, "plan" | "view" | "state">) {
  const { recommendation, actions } = view;
  const { addressees, paragraphs } = recommendation;
  const names = (shortNames: readonly string[]) =>
    listInWords(shortNames.map((shortName) => agencyName(plan.open.agencies, shortName)));
  return (
    <dl className="fields">
      <Field name="For">{names(addressees)}</Field>
      <Field name="No action from">{names(state.unanswering)}</Field>
      <Field name="Nothing said by">{names(saidNothing(actions))}</Field>
      <Field name="Timescale">{recommendation.timescale}</Field>
      <Field name="Theme">{recommendation.theme}</Field>
      <Field name="Findings">{paragraphs.join(", ")}</Field>
      <Field name="Outcome">{recommendation.outcome}</Field>
      <Field name="Evidence expected">{recommendation.anticipatedEvidence}</Field>
    </dl>
  );
}

/** Agencies that have an action under it, and have said nothing of any. */
function saidNothing(actions: RecommendationView["actions"]): readonly string[] {
  const acting = new Set(actions.flatMap(({ action }) => action.agencies));
  const heard = new Set(actions.flatMap(({ state }) => state.statements.map(speakerOf)));
  return [...acting].filter((agency) => !heard.has(agency));
}

function speakerOf({ agency }: { readonly agency: string }): string {
  return agency;
}

/** What the checks find on the whole of it, and its questions that are not done with. */
function Challenges({ plan, view, record, today, onTask }: RecommendationBodyProps) {
  const { me, agencies } = plan.open;
  const findings = useFindingsUnder(plan, view.recommendation.id, today);
  const ask = (draft: QuestionDraft) => onTask({ kind: "question", draft });
  return (
    <>
      <Findings
        findings={findings.filter(({ actionId }) => actionId === undefined)}
        agencies={agencies}
        onAsk={mayChallenge(me) ? ask : undefined}
      />
      <Questions
        {...{ agencies, me, today }}
        about="recommendation"
        record={record.entries ?? []}
        onAnswer={(challenge) => onTask({ kind: "answer", challenge })}
        onFurther={(challenge) => ask({ question: "", source: "person", followsUp: challenge })}
        onResolve={(challenge) => onTask({ kind: "resolve", challenge })}
      />
    </>
  );
}
