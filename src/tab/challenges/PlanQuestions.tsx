import type { ChallengeState } from "#plan/challenge-states.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { counted } from "#plan/words.ts";
import { AgencyChoice } from "#tab/changes/AgencyChoice.tsx";
import { messageOf } from "#tab/frame/message-of.ts";
import { Notice } from "#tab/frame/Notice.tsx";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { ViewSkeleton } from "#tab/frame/ViewSkeleton.tsx";
import { Button, ToggleButton } from "@fluentui/react-components";
import { QuestionCircleRegular } from "@fluentui/react-icons";
import { useState } from "react";
import { QuestionItem } from "./QuestionItem.tsx";
import {
  byUrgency,
  isQuestionState,
  questionState,
  questionStates,
  stateNames,
} from "./question-words.ts";
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
            {name} {count}
          </ToggleButton>
        ),
      )}
    </fieldset>
  );
}

/** So many at once keep the page quick; more are a press away. */
const step = 100;

function Shown({
  shown,
  ...props
}: PlanQuestionsProps & { readonly shown: readonly ChallengeState[] }) {
  const [most, setMost] = useState(step);
  if (shown.length === 0)
    return (
      <Notice icon={QuestionCircleRegular} title="No question is like this">
        Choose all agencies, or all questions.
      </Notice>
    );
  return (
    <div className="challenges-scroll">
      <ul className="challenges-list">
        {shown.slice(0, most).map((state) => (
          <QuestionItem key={state.challenge.id} state={state} {...props} />
        ))}
      </ul>
      {shown.length > most && (
        <Button onClick={() => setMost(most + step)}>
          Show {counted(Math.min(step, shown.length - most), "more question")}
        </Button>
      )}
    </div>
  );
}
