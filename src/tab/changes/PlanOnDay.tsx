import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { ActionOnDate, PlanOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import { ratingOf, type RatingScheme } from "#plan/rating-scheme.ts";
import { counted } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { RatingPair } from "#tab/rating/RatingPair.tsx";
import { shortDate } from "#tab/words/words.ts";
import { ReflowCell, ReflowGroup, ReflowRow, ReflowTable } from "#tab/table/ReflowTable.tsx";
import { planAsOf } from "#usecases/read-history.ts";
import { Button, Link } from "@fluentui/react-components";
import { useMemo, useState } from "react";
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
  const plan = useMemo(
    () => (history.read && versions ? planAsOf(history.read, on.day) : undefined),
    [history.read, versions, on.day],
  );
  const say = (field: string, value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(field);
    else next.set(field, value);
    onParams(next);
  };
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
      {plan && history.read ? (
        <>
          <RemovedSince {...{ agency, today, onView }} whole={history.read.whole} day={on.day} />
          <Standing {...{ plan, agency, onGo }} />
        </>
      ) : (
        <HistoryState history={history} />
      )}
    </>
  );
}

interface StandingProps extends Pick<ViewProps, "onGo"> {
  readonly plan: PlanOnDate;
  readonly agency: string;
}

/** So many recommendations at once keep the page quick; more are a press away. */
const step = 50;

function Standing({ plan, agency, onGo }: StandingProps) {
  const [most, setMost] = useState(step);
  const shown = plan.recommendations
    .map(({ recommendation, actions }) => ({
      recommendation,
      actions: actions.filter(({ action }) => agency === "" || action.agencies.includes(agency)),
    }))
    .filter(({ actions }) => agency === "" || actions.length > 0);
  const count = shown.reduce((sum, { actions }) => sum + actions.length, 0);
  const version = plan.plan.version === undefined ? "" : `, version ${plan.plan.version}`;
  return (
    <>
      <p className="changes-sentence">
        <strong>
          {counted(count, "action")} under {counted(shown.length, "recommendation")}
        </strong>{" "}
        as they stood at the end of {formatDate(plan.day)}
        {version}.
      </p>
      <div className="changes-scroll">
        <ReflowTable
          label={`The plan on ${formatDate(plan.day)}`}
          className="changes-table standing-table"
          headings={["Agency", "Action", "Lead", "Due", "Rating", "Evidence"]}
        >
          {shown.slice(0, most).map((each) => (
            <Group key={each.recommendation.id} {...each} scheme={plan.plan.scheme} onGo={onGo} />
          ))}
        </ReflowTable>
        {shown.length > most && (
          <p className="changes-more">
            <Button onClick={() => setMost(most + step)}>
              Show {counted(Math.min(step, shown.length - most), "more recommendation")}
            </Button>
          </p>
        )}
      </div>
    </>
  );
}

interface GroupProps extends RecommendationOnDate, Pick<ViewProps, "onGo"> {
  readonly scheme: RatingScheme;
}

function Group({ recommendation, actions, scheme, onGo }: GroupProps) {
  return (
    <ReflowGroup>
      <RecommendationHeading recommendation={recommendation} onGo={onGo} />
      {actions.map((each) => (
        <Row key={each.action.id} {...each} scheme={scheme} onGo={onGo} />
      ))}
    </ReflowGroup>
  );
}

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
