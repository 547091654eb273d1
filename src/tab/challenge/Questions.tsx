import {
  type ChallengeState,
  type ChallengeStatus,
  challengeStates,
} from "#plan/challenge-states.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mayAnswer, mayDecide, type Me } from "#plan/permissions.ts";
import type { Agency } from "#plan/plan.ts";
import type { Challenge, Entry, Update } from "#plan/record.ts";
import { answerInWords } from "#plan/words.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import { Button } from "@fluentui/react-components";
import { useId } from "react";
import { sourceInWords } from "./source-words.ts";
import "./challenge.css";

interface QuestionsProps {
  readonly agencies: readonly Agency[];
  readonly me: Me;
  readonly today: IsoDate;
  /** Whether those on the whole recommendation are shown, or those on an action. */
  readonly about: "recommendation" | "action";
  /** With the words of its questions and answers. */
  readonly record: readonly Entry[];
  readonly onAnswer: (challenge: Challenge) => void;
  readonly onFurther: (challenge: Challenge) => void;
  readonly onResolve: (challenge: Challenge) => void;
}

/** The questions that are not done with: open ones, and answers that the group has not looked at. */
export function Questions(props: QuestionsProps) {
  const { agencies, record } = props;
  const waiting = challengeStates(agencies, record)
    .filter(({ status }) => status === "open" || status === "answered")
    .filter(({ challenge }) => (challenge.actionId === undefined) === (props.about !== "action"));
  if (waiting.length === 0) return null;
  return (
    <section className="questions" aria-labelledby="questions-title">
      <h3 id="questions-title">Questions</h3>
      <ul>
        {waiting.map((state) => (
          <Question key={state.challenge.id} state={state} {...props} />
        ))}
      </ul>
    </section>
  );
}

function Question({ state, ...props }: QuestionsProps & { state: ChallengeState }) {
  const { agencies, today } = props;
  const { challenge, answers, status } = state;
  const answer = answers.at(-1);
  const words = useId();
  return (
    <li>
      <div className="small muted">{about(challenge, agencies)}</div>
      <div id={words} className="questions-words">
        {challenge.question}
      </div>
      <div className="small">
        <span className="strong">{statusNames[status]}</span>{" "}
        {status === "open" && challenge.due !== undefined && (
          <span className={challenge.due < today ? "late" : "muted"}>
            {answerInWords(challenge.due, today)}
          </span>
        )}
        {answer && <span className="muted">{formatDate(dayOf(answer.created))}</span>}
      </div>
      {props.about === "recommendation" &&
        answers.map((each) => <Answer key={each.id} answer={each} />)}
      <Ways {...props} state={state} words={words} />
    </li>
  );
}

/** In the words of the agency: of an action they stand in its record, of a recommendation nowhere else. */
function Answer({ answer: { author, created, note } }: { answer: Update }) {
  return (
    <div className="questions-answer">
      <div className="small muted">
        {["Answer", author?.name, formatDate(dayOf(created))].filter(Boolean).join(", ")}
      </div>
      <div className="questions-words">{note}</div>
    </div>
  );
}

function about({ agency, source, author }: Challenge, agencies: readonly Agency[]): string {
  const from = [author?.name, sourceInWords(source)].filter(Boolean).join(", from ");
  return `To ${agencyName(agencies, agency)}${from === "" ? "" : ` · ${from}`}`;
}

const statusNames = {
  open: "Not answered.",
  answered: "Answered; the group has not resolved it.",
  "followed-up": "Asked further.",
  resolved: "Resolved.",
} satisfies Record<ChallengeStatus, string>;

interface WaysProps extends QuestionsProps {
  readonly state: ChallengeState;
  /** Id of the question's words. */
  readonly words: string;
}

/** What this person may do with it. */
function Ways({ state, words, me, ...on }: WaysProps) {
  const { challenge, status } = state;
  // Several questions have the same buttons: each is heard with its own words.
  const way = { size: "small", "aria-describedby": words } as const;
  const answers = mayAnswer(me, challenge);
  const decides = mayDecide(me);
  if (!answers && !decides) return null;
  return (
    <div className="questions-ways">
      {answers && (
        <Button {...way} onClick={() => on.onAnswer(challenge)}>
          {status === "open" ? "Answer" : "Add to the answer"}
        </Button>
      )}
      {decides && status === "answered" && (
        <Button {...way} onClick={() => on.onFurther(challenge)}>
          Ask further
        </Button>
      )}
      {decides && (
        <Button {...way} onClick={() => on.onResolve(challenge)}>
          Resolve
        </Button>
      )}
    </div>
  );
}
