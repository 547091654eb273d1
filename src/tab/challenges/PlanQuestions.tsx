import type { ChallengeState } from "#plan/challenge-states.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { counted, inFigures } from "#plan/words.ts";
import { AgencyChoice } from "#tab/filter/AgencyChoice.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { Button, ToggleButton } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import { LongList } from "./LongList.tsx";
import { QuestionItem } from "./QuestionItem.tsx";
import {
  byUrgency,
  isQuestionState,
  questionState,
  questionStates,
  stateNames,
} from "./question-words.ts";
import { useCountSaid } from "#tab/notice/use-count-said.ts";
import { useQuestions } from "./use-questions.ts";

interface PlanQuestionsProps extends ViewProps {
  readonly today: IsoDate;
  /** Writes a word into the view's address; empty takes it out. */
  readonly onSay: (field: string, value: string) => void;
}

/** Every question of the plan, what waits first. */
export function PlanQuestions(props: PlanQuestionsProps) {
  const { view, params, today, onSay } = props;
  const { states, error, retry } = useQuestions(view.open);
  if (error !== undefined)
    return (
      <Notice
        icon={QuestionCircleRegular}
        title="The questions could not be read"
        actions={<Button onClick={retry}>Try again</Button>}
      >
        {messageOf(error)}
      </Notice>
    );
  if (!states) return <ViewSkeleton name="the questions" />;
  if (states.length === 0) return <NoQuestions onSay={onSay} />;
  const agency = params.get("agency") ?? "";
  const status = params.get("status") ?? "";
  const ofAgency = states.filter(({ challenge }) => agency === "" || challenge.agency === agency);
  const shown = ofAgency
    .filter((each) => !isQuestionState(status) || questionState(each, today) === status)
    .toSorted(byUrgency(today));
  return (
    <>
      <div className="changes-tools">
        <StateChoice {...{ states: ofAgency, today, onSay }} value={status} />
        <span className="grow" />
        <AgencyChoice
          agencies={view.open.agencies}
          value={agency}
          onChoose={(value) => onSay("agency", value)}
        />
      </div>
      <Shown {...props} shown={shown} />
    </>
  );
}

function NoQuestions({ onSay }: Pick<PlanQuestionsProps, "onSay">) {
  return (
    <Notice
      icon={QuestionCircleRegular}
      title="No question has been put yet"
      actions={<Button onClick={() => onSay("show", "checks")}>See what the checks found</Button>}
    >
      Questions of the peer-challenge group and of scrutiny stand here, with their answers.
    </Notice>
  );
}

interface StateChoiceProps extends Pick<PlanQuestionsProps, "today" | "onSay"> {
  readonly states: readonly ChallengeState[];
  readonly value: string;
}

function StateChoice({ states, value, today, onSay }: StateChoiceProps) {
  const counts = Map.groupBy(states, (each) => questionState(each, today));
  const offered = questionStates.map((state) => ({
    state,
    name: stateNames[state],
    count: counts.get(state)?.length ?? 0,
  }));
  return (
    <fieldset className="changes-kinds">
      <legend className="said">Show only questions that are</legend>
      {[{ state: "", name: "All", count: states.length }, ...offered].map(
        ({ state, name, count }) => (
          <ToggleButton
            key={state}
            size="small"
            shape="circular"
            checked={state === value}
            onClick={() => onSay("status", state)}
          >
            {name} {inFigures(count)}
          </ToggleButton>
        ),
      )}
    </fieldset>
  );
}

function Shown({
  shown,
  ...props
}: PlanQuestionsProps & { readonly shown: readonly ChallengeState[] }) {
  const { params } = props;
  useCountSaid(
    `${params.get("agency")} ${params.get("status")}`,
    `${counted(shown.length, "question")} shown.`,
  );
  if (shown.length === 0)
    return (
      <Notice icon={QuestionCircleRegular} title="No question is like this">
        Choose all agencies, or all questions.
      </Notice>
    );
  return (
    <LongList of={shown} more="more question">
      {(state) => <QuestionItem key={state.challenge.id} state={state} {...props} />}
    </LongList>
  );
}
