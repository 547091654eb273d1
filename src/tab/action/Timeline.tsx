import { formatDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { RatingChange } from "#tab/rating/RatingPair.tsx";
import { Link } from "@fluentui/react-components";
import {
  CalendarEditRegular,
  GavelRegular,
  LinkRegular,
  NoteEditRegular,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import type { RatingStep, TimelineLine } from "./timeline.ts";

const signs = {
  update: NoteEditRegular,
  date: CalendarEditRegular,
  challenge: QuestionCircleRegular,
  decision: GavelRegular,
};

interface TimelineProps {
  readonly lines: readonly TimelineLine[];
  readonly scheme: RatingScheme;
}

/** What was said about an action, newest first. Each line can take the focus, for the one that was just saved. */
export function Timeline({ lines, scheme }: TimelineProps) {
  return (
    <ol className="timeline">
      {lines.map((line) => (
        <TimelineItem key={line.key} line={line} scheme={scheme} />
      ))}
    </ol>
  );
}

function TimelineItem({ line, scheme }: { line: TimelineLine; scheme: RatingScheme }) {
  const Sign = signs[line.sign];
  return (
    <li data-line={line.key} tabIndex={-1}>
      <span className="timeline-dot">
        <Sign aria-hidden />
      </span>
      <div className="timeline-words">
        <div className="timeline-head">
          <span className="strong">{line.head}</span>
          {line.rating && <Step step={line.rating} scheme={scheme} />}
        </div>
        <div className="small muted">{line.by}</div>
        {line.question !== undefined && (
          <blockquote className="pane-quote small muted">{line.question}</blockquote>
        )}
        {line.text !== undefined && <div className="timeline-text">{line.text}</div>}
        {line.ignored !== undefined && <div className="small strong">{line.ignored}</div>}
        {line.faults !== undefined && <div className="small strong">{line.faults}</div>}
        {line.evidence.map(({ url, name, kind, date }) => (
          <div key={url} className="timeline-evidence">
            <LinkRegular aria-hidden />
            <span>
              <Link href={url} target="_blank" rel="noopener noreferrer">
                {name}
              </Link>{" "}
              <span className="small muted">
                {kind === "impact" ? "Impact" : "Activity"}
                {date !== undefined && ` · ${formatDate(date)}`}
              </span>
            </span>
          </div>
        ))}
      </div>
    </li>
  );
}

function Step({ step, scheme }: { step: RatingStep; scheme: RatingScheme }) {
  const to = ratingOf(scheme, step.to);
  if (step.from === undefined) return <RatingBadge rating={to} agreed={step.agreed} />;
  const from = ratingOf(scheme, step.from);
  const says = step.agreed
    ? `Proposed ${from.name}, agreed ${to.name}`
    : `Before ${from.name}, now ${to.name}`;
  return <RatingChange from={from} to={to} agreed={step.agreed} says={says} />;
}
