import { compareWords } from "#plan/changes-in-words.ts";
import type { ChangeKind, PlanChange } from "#plan/changes.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { RatingBadge } from "#tab/rating/RatingBadge.tsx";
import { ReflowCell, ReflowRow } from "#tab/table/ReflowTable.tsx";
import { dayInWords, shortDate } from "#tab/words/words.ts";
import { Link } from "@fluentui/react-components";
import {
  AddCircleRegular,
  ArrowResetRegular,
  ArrowSortRegular,
  AttachRegular,
  CalendarEditRegular,
  CheckmarkCircleRegular,
  EditRegular,
  type FluentIcon,
  QuestionCircleRegular,
} from "@fluentui/react-icons";
import { memo, type ReactNode } from "react";
import { kindNames, saidOf } from "./change-words.ts";

const icons: Readonly<Record<ChangeKind, FluentIcon>> = {
  rating: ArrowSortRegular,
  due: CalendarEditRegular,
  evidence: AttachRegular,
  words: EditRegular,
  challenge: QuestionCircleRegular,
  closed: CheckmarkCircleRegular,
  reopened: ArrowResetRegular,
  new: AddCircleRegular,
};

interface ChangeRowProps extends Pick<ViewProps, "onGo"> {
  readonly change: PlanChange;
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
}

/** One thing that changed: whose, what, how, and who made it so. Drawn once, though more rows come below it. */
export const ChangeRow = memo(function ChangeRow({ change, scheme, onGo, today }: ChangeRowProps) {
  const { action, agencies, by, kind } = change;
  const Icon = icons[kind];
  const [before, after] = ends(change, scheme);
  return (
    <ReflowRow>
      <ReflowCell of="Agency">{agencies.join(", ")}</ReflowCell>
      <ReflowCell of="What">
        <span className="changes-what">
          <Icon aria-hidden /> {kind === "words" ? change.field : kindNames[kind]}
        </span>
      </ReflowCell>
      <ReflowCell of="How it changed">
        <div>
          {kind === "words" ? <Rewritten from={change.from} to={change.to} /> : saidOf(change)}
          {action && kind !== "new" && (
            <Link
              as="button"
              appearance="subtle"
              className="changes-action small clamp"
              onClick={() => onGo(`action/${action.id}`)}
            >
              {action.text}
            </Link>
          )}
        </div>
      </ReflowCell>
      <ReflowCell of="Before">{before}</ReflowCell>
      <ReflowCell of="After">{after}</ReflowCell>
      <ReflowCell of="Who and when" className="small">
        <div>
          {by?.author && <div>{by.author.name}</div>}
          {by && (
            <time dateTime={by.at} className="muted" title={formatDate(dayOf(by.at))}>
              {dayInWords(dayOf(by.at), today)}
            </time>
          )}
        </div>
      </ReflowCell>
    </ReflowRow>
  );
});

/** What it was and what it became, where there is one; words are compared in their own column. */
function ends(change: PlanChange, scheme: RatingScheme): readonly [ReactNode, ReactNode] {
  if (change.kind === "rating")
    return [
      <Rated key="from" {...{ scheme, change }} id={change.from} />,
      <Rated key="to" {...{ scheme, change }} id={change.to} />,
    ];
  if (change.kind === "due") return [dayOrNone(change.from), dayOrNone(change.to)];
  if (change.kind === "evidence") return [counted(change.from, "item"), counted(change.to, "item")];
  if (change.kind === "challenge") {
    const { due } = change.challenge;
    return ["–", due === undefined ? "Asked" : `Answer by ${shortDate(due)}`];
  }
  return plainEnds[change.kind];
}

const plainEnds = {
  closed: ["Open", "Closed"],
  reopened: ["Closed", "Open"],
  new: ["–", "In the plan"],
  words: ["", ""],
} as const;

function dayOrNone(day: IsoDate | undefined): string {
  return day === undefined ? "No date" : shortDate(day);
}

interface RatedProps {
  readonly scheme: RatingScheme;
  readonly id: string;
  readonly change: PlanChange & { readonly kind: "rating" };
}

function Rated({ scheme, id, change: { whose } }: RatedProps) {
  return (
    <span className="changes-rated">
      <RatingBadge rating={ratingOf(scheme, id)} agreed={whose === "agreed"} />
      <span className="small muted">{whose}</span>
    </span>
  );
}

/** What went is struck through, what came is underlined; a screen reader is told which is which. */
function Rewritten({ from, to }: { from: string; to: string }) {
  return (
    <span className="changes-words">
      {compareWords(from, to).map(({ kind, words }, index) => {
        if (kind === "same") return <span key={index}>{words}</span>;
        return kind === "gone" ? (
          <del key={index}>
            <span className="said">Taken out: </span>
            {words}
          </del>
        ) : (
          <ins key={index}>
            <span className="said">Put in: </span>
            {words}
          </ins>
        );
      })}
    </span>
  );
}
