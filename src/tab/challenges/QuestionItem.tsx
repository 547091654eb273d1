import type { ChallengeState } from "#plan/challenge-states.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { Entry } from "#plan/record.ts";
import { answerInWords } from "#plan/words.ts";
import { sourceInWords } from "#tab/challenge/source-words.ts";
import { agencyName } from "#tab/form/agency-name.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { dayInWords } from "#tab/words/words.ts";
import { Link } from "@fluentui/react-components";
import {
  ArrowReplyRegular,
  CheckmarkCircleRegular,
  ClockAlarmRegular,
  CommentCheckmarkRegular,
  type FluentIcon,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { questionState, type QuestionState, stateNames } from "./question-words.ts";

const icons: Readonly<Record<QuestionState, FluentIcon>> = {
  overdue: ClockAlarmRegular,
  open: QuestionCircleRegular,
  answered: CommentCheckmarkRegular,
  "followed-up": ArrowReplyRegular,
  resolved: CheckmarkCircleRegular,
};

interface QuestionItemProps extends Pick<ViewProps, "view" | "onGo"> {
  readonly state: ChallengeState;
  readonly today: IsoDate;
}

/** A question, where it stands, what was answered and how it ended. */
export function QuestionItem({ state, view, onGo, today }: QuestionItemProps) {
  const { challenge, answers, resolved, followUps } = state;
  const last = answers.at(-1);
  return (
    <li className="challenge">
      <Standing state={state} today={today} />
      <div className="challenge-words">
        <div className="small muted">
          <AskedAbout {...{ challenge, view, onGo }} /> to{" "}
          {agencyName(view.open.agencies, challenge.agency)}
        </div>
        <p>{challenge.question}</p>
        <div className="small muted">{askedBy(state, today)}</div>
        {last?.note !== undefined && <Reply words={last.note} entry={last} says="Answer" />}
        {followUps.length > 0 && <div className="small muted">Asked further since.</div>}
        {resolved && (
          <Reply words={resolved.reason ?? ""} entry={resolved} says="Resolved by the group" />
        )}
      </div>
    </li>
  );
}

function Standing({ state, today }: Pick<QuestionItemProps, "state" | "today">) {
  const { due } = state.challenge;
  const standing = questionState(state, today);
  const Icon = icons[standing];
  return (
    <div className="challenge-state">
      <Icon aria-hidden />
      <div>
        <div className="strong">{stateNames[standing]}</div>
        {state.status === "open" && due !== undefined && (
          <div className={standing === "overdue" ? "small late" : "small muted"}>
            {answerInWords(due, today)}
          </div>
        )}
      </div>
    </div>
  );
}

function AskedAbout({
  challenge: { actionId, recommendationId },
  view,
  onGo,
}: Pick<QuestionItemProps, "view" | "onGo"> & Pick<ChallengeState, "challenge">) {
  const action = actionId === undefined ? undefined : view.actions.get(actionId);
  const ref = view.open.recommendations.find(({ id }) => id === recommendationId)?.ref;
  const place = action ? `action/${action.action.id}` : `recommendation/${recommendationId}`;
  return (
    <Link as="button" className="challenge-ref" onClick={() => onGo(place)}>
      {ref ?? "Recommendation"}
      {action && `, action ${action.place}`}
    </Link>
  );
}

/** "Asked by Challenge chair on 3 November, from scrutiny" */
function askedBy({ challenge }: ChallengeState, today: IsoDate): string {
  const { author, created, source } = challenge;
  const from = sourceInWords(source);
  return [
    `Asked${author ? ` by ${author.name}` : ""} on ${dayInWords(dayOf(created), today)}`,
    ...(from === undefined ? [] : [`from ${from}`]),
  ].join(", ");
}

function Reply({ words, entry, says }: { words: string; entry: Entry; says: string }) {
  return (
    <div className="challenge-reply">
      <div className="small muted">
        {says}
        {entry.author && `, ${entry.author.name}`}, {formatDate(dayOf(entry.created))}
      </div>
      <p>{words}</p>
    </div>
  );
}
