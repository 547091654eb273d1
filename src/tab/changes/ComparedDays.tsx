import type { ChangeKind } from "#plan/changes.ts";
import { sinceLastVersion } from "#plan/changes-since.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { withWord } from "#tab/live/with-word.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import type { ReadHistory } from "#usecases/read-history.ts";
import { Button } from "@fluentui/react-components";
import { DocumentArrowDownRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { AgencyChoice } from "#tab/filter/AgencyChoice.tsx";
import { changedActions, movedInWords, type ShownKind } from "./change-words.ts";
import { ChangesTable } from "./ChangesTable.tsx";
import { DayChoice } from "./DayChoice.tsx";
import { type ChosenDay, readDay, writeDay } from "./days.ts";
import { HistoryState } from "./HistoryState.tsx";
import { KindChoice } from "./KindChoice.tsx";
import { RemovalsTrouble } from "./RemovalsTrouble.tsx";
import type { RemovedBetween } from "./Removed.tsx";
import { noneRemoved, removedIn } from "./removed-in.ts";
import { takenOut } from "./removed-words.ts";
import { type ChangesWorkedOut, useChanges } from "./use-changes.ts";
import { useHistory } from "./use-history.ts";
import { useRemovals } from "./use-removals.ts";
import { useVersions } from "./use-versions.ts";

const noVersions: readonly PlanVersion[] = [];

/** What changed between two days or versions, in a sentence, and row by row. */
export function ComparedDays(props: ViewProps & { readonly today: IsoDate }) {
  const { view, params, onParams, onView, today } = props;
  const known = useVersions(view.open.plan);
  const versions = known ?? noVersions;
  const days = { versions, today };
  const from = readDay(params.get("from"), days) ?? sinceLastVersion(versions, today);
  const to = readDay(params.get("to"), days) ?? { day: today };
  const history = useHistory(view.open, from.day < to.day ? from.day : to.day);
  const say = (field: "from" | "to") => (chosen: ChosenDay) =>
    onParams(withWord(params, field, writeDay(chosen)));
  return (
    <>
      <div className="changes-tools">
        <DayChoice label="From" value={from} onChoose={say("from")} {...days} />
        <DayChoice label="To" value={to} onChoose={say("to")} {...days} />
        <span className="grow" />
        <Button
          icon={<DocumentArrowDownRegular />}
          onClick={() => onView("papers", `since=${from.day}`)}
        >
          Highlight report
        </Button>
      </div>
      {from.day >= to.day ? (
        <p className="changes-sentence">
          Choose a first day that is before the second: there is nothing between these two.
        </p>
      ) : history.read && known ? (
        <Compared {...props} read={history.read} from={from.day} to={to.day} />
      ) : (
        <HistoryState history={history} />
      )}
    </>
  );
}

interface ComparedProps extends ViewProps {
  readonly read: ReadHistory;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly today: IsoDate;
}

function Compared(props: ComparedProps) {
  const { view, params, onParams, read, from, to } = props;
  const agency = params.get("agency") ?? "";
  const kind = params.get("kind") ?? "";
  const { shown, more } = useChanges(read, { from, to, agency, kind });
  const removals = useRemovals(read.whole);
  const say = (field: string) => (value: string) => onParams(withWord(params, field, value));
  if (!shown) return <ViewSkeleton name="the changes" />;
  const { asked } = shown;
  const removed = removedIn(removals.read, asked);
  return (
    <>
      <InShort shown={shown} removed={removed} />
      <div className="changes-tools">
        <KindChoice
          counts={withRemoved(shown.kinds, removed)}
          value={kind}
          onChoose={say("kind")}
        />
        <span className="grow" />
        <AgencyChoice agencies={view.open.agencies} value={agency} onChoose={say("agency")} />
      </div>
      <RemovalsTrouble error={removals.error} />
      <ChangesTable
        {...props}
        {...{ from: asked.from, to: asked.to, shown }}
        onMore={more}
        removed={asked.kind === "" || asked.kind === "removed" ? removed : noneRemoved}
      />
    </>
  );
}

/** What changed in a sentence, which whoever does not see it change hears. */
function InShort({
  shown: { totals, actions },
  removed: { ofPlan },
}: {
  readonly shown: ChangesWorkedOut;
  readonly removed: RemovedBetween;
}) {
  const announce = useAnnounce();
  const changed = changedActions(totals, actions);
  const more = [movedInWords(totals, actions), takenOut(ofPlan)].filter(Boolean).join(" ");
  useEffect(() => announce(`${changed} ${more}`), [announce, changed, more]);
  return (
    <p className="changes-sentence">
      <strong>{changed}</strong> {more}
    </p>
  );
}

function withRemoved(
  kinds: ReadonlyMap<ChangeKind, number>,
  { ofPlan, elsewhere }: RemovedBetween,
): ReadonlyMap<ShownKind, number> {
  return new Map<ShownKind, number>(kinds).set("removed", ofPlan.length + elsewhere.length);
}
