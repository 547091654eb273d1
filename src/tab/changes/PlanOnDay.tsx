import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { ActionOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import type { PlanShown } from "#plan/plan-shown.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { withWord } from "#tab/live/with-word.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { Notice } from "#tab/notice/Notice.tsx";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { shortDate } from "#tab/words/words.ts";
import { ReflowCell, ReflowGroup, ReflowRow, ReflowTable } from "#tab/table/ReflowTable.tsx";
import { standingInWorker } from "#tab/worker/run-in-worker.ts";
import { useWorkedOut } from "#tab/worker/use-worked-out.ts";
import type { ReadHistory } from "#usecases/read-history.ts";
import { Button, Link } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import { memo, useCallback, useState } from "react";
import { AgencyChoice } from "#tab/filter/AgencyChoice.tsx";
import { DayChoice } from "./DayChoice.tsx";
import { readDay, writeDay } from "./days.ts";
import { HistoryState } from "./HistoryState.tsx";
import { RecommendationHeading } from "./RecommendationHeading.tsx";
import { RemovedSince } from "./RemovedSince.tsx";
import { useHistory } from "./use-history.ts";
import { useVersions } from "./use-versions.ts";

/** The plan as it stood at the end of a day or as a version, in the words of that day. */
export function PlanOnDay(props: ViewProps & { readonly today: IsoDate }) {
  const { view, params, onParams, onGo, onView, today } = props;
  const versions = useVersions(view.open.plan);
  const on = readDay(params.get("on"), { versions: versions ?? [], today }) ?? { day: today };
  const history = useHistory(view.open, on.day);
  const agency = params.get("agency") ?? "";
  const say = (field: string, value: string) => onParams(withWord(params, field, value));
  return (
    <>
      <div className="changes-tools">
        <DayChoice
          label="On"
          value={on}
          versions={versions ?? []}
          today={today}
          onChoose={(chosen) => say("on", writeDay(chosen))}
        />
        <span className="grow" />
        <AgencyChoice
          agencies={view.open.agencies}
          value={agency}
          onChoose={(value) => say("agency", value)}
        />
      </div>
      {history.read && versions ? (
        <>
          <RemovedSince {...{ agency, today, onView }} whole={history.read.whole} day={on.day} />
          <Standing {...{ agency, onGo }} read={history.read} day={on.day} />
        </>
      ) : (
        <HistoryState history={history} />
      )}
    </>
  );
}

interface StandingProps extends Pick<ViewProps, "onGo"> {
  readonly read: ReadHistory;
  readonly day: IsoDate;
  /** Short name; empty for all. */
  readonly agency: string;
}

/** So many recommendations at once keep the page quick; more are a press away. */
const step = 25;

function Standing({ read, day, agency, onGo }: StandingProps) {
  const [most, setMost] = useState(step);
  const plan = useWorkedOut(
    useCallback(() => standingInWorker(read, { day, agency, most }), [read, day, agency, most]),
  );
  if (!plan) return <ViewSkeleton name="the plan on that day" />;
  const left = plan.recommendations - plan.shown.length;
  if (plan.shown.length === 0)
    return (
      <>
        <HowMany {...plan} />
        <Notice icon={HistoryRegular} title="There was nothing in it">
          Choose another day, or all agencies.
        </Notice>
      </>
    );
  return (
    <>
      <HowMany {...plan} />
      <div className="changes-scroll">
        <ReflowTable
          label={`The plan on ${formatDate(plan.day)}`}
          className="changes-table standing-table"
          headings={["Agency", "Action", "Lead", "Due", "Rating", "Evidence"]}
        >
          <Groups key={`${plan.day} ${agency}`} {...{ plan, onGo }} />
        </ReflowTable>
        {left > 0 && (
          <p className="changes-more">
            <Button onClick={() => setMost(most + step)}>
              Show {counted(Math.min(step, left), "more recommendation")}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

function HowMany({ actions, recommendations, day, version }: PlanShown) {
  return (
    <p className="changes-sentence">
      <strong>
        {counted(actions, "action")} under {counted(recommendations, "recommendation")}
      </strong>{" "}
      as they stood at the end of {formatDate(day)}
      {version === undefined ? "" : `, version ${version}`}.
    </p>
  );
}

const recommendationsAPiece = 2;

function Groups({ plan, onGo }: Pick<StandingProps, "onGo"> & { readonly plan: PlanShown }) {
  const drawn = useInPieces(plan.shown.length, recommendationsAPiece);
  return plan.shown
    .slice(0, drawn)
    .map((each) => (
      <Group key={each.recommendation.id} {...each} scheme={plan.scheme} onGo={onGo} />
    ));
}

interface GroupProps extends RecommendationOnDate, Pick<ViewProps, "onGo"> {
  readonly scheme: RatingScheme;
}

/** Drawn once, though more of them come below it. */
const Group = memo(function Group({ recommendation, actions, scheme, onGo }: GroupProps) {
  return (
    <ReflowGroup>
      <RecommendationHeading recommendation={recommendation} onGo={onGo} />
      {actions.map((each) => (
        <Row key={each.action.id} {...each} scheme={scheme} onGo={onGo} />
      ))}
    </ReflowGroup>
  );
});

function Row({
  action,
  state,
  scheme,
  onGo,
}: ActionOnDate & Pick<ViewProps, "onGo"> & { scheme: RatingScheme }) {
  return (
    <ReflowRow>
      <ReflowCell of="Agency">{action.agencies.join(", ")}</ReflowCell>
      <ReflowCell of="Action">
        <Link
          as="button"
          appearance="subtle"
          className="standing-action"
          onClick={() => onGo(`action/${action.id}`)}
        >
          {action.text}
        </Link>
      </ReflowCell>
      <ReflowCell of="Lead">{action.leads.join("; ")}</ReflowCell>
      <ReflowCell of="Due">
        {state.due === undefined ? action.dueAsPrinted || "No date" : shortDate(state.due)}
      </ReflowCell>
      <ReflowCell of="Rating">
        <div>
          <RatingPair
            proposed={ratingOf(scheme, state.proposed)}
            agreed={state.agreed === undefined ? undefined : ratingOf(scheme, state.agreed)}
          />
          {state.closed && <div className="small muted">Closed</div>}
        </div>
      </ReflowCell>
      <ReflowCell of="Evidence">{state.evidenceCount}</ReflowCell>
    </ReflowRow>
  );
}
