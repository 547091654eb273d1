import { changeTotals } from "#plan/changes-totals.ts";
import type { PlanChange } from "#plan/changes.ts";
import { sinceLastVersion } from "#plan/changes-since.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { placedActions } from "#plan/plan-on-date.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { type ComparedPlan, comparePlan } from "#usecases/compare-plan.ts";
import type { ReadHistory } from "#usecases/read-history.ts";
import { Button } from "@fluentui/react-components";
import { DocumentArrowDownRegular } from "@fluentui/react-icons";
import { useEffect, useMemo } from "react";
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
  const say = (field: "from" | "to") => (chosen: ChosenDay) => {
    const next = new URLSearchParams(params);
    next.set(field, writeDay(chosen));
    onParams(next);
  };
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
  const compared = useMemo(() => comparePlan(read, { from, to }), [read, from, to]);
  const agency = params.get("agency") ?? "";
  const kind = params.get("kind") ?? "";
  const ofAgency = compared.changes.filter(
    (each) => agency === "" || each.agencies.includes(agency),
  );
  const shown = ofAgency.filter((each) => kind === "" || each.kind === kind);
  const removals = useRemovals(read.whole);
  const removed = removedIn(removals.read, { from, to, agency });
  const all = countActions(compared, ofAgency, agency);
  const totals = changeTotals(ofAgency);
  const more = [movedInWords(totals, all), takenOut(removed.ofPlan)].filter(Boolean).join(" ");
  useSaid(`${changedActions(totals, all)} ${more}`);
  const say = (field: string) => (value: string) => {
    const next = new URLSearchParams(params);
    if (value === "") next.delete(field);
    else next.set(field, value);
    onParams(next);
  };
  return (
    <>
      <p className="changes-sentence">
        <strong>{changedActions(totals, all)}</strong> {more}
      </p>
      <div className="changes-tools">
        <KindChoice counts={countKinds(ofAgency, removed)} value={kind} onChoose={say("kind")} />
        <span className="grow" />
        <AgencyChoice agencies={view.open.agencies} value={agency} onChoose={say("agency")} />
      </div>
      <RemovalsTrouble error={removals.error} />
      <ChangesTable
        {...props}
        changes={shown}
        removed={kind === "" || kind === "removed" ? removed : noneRemoved}
      />
    </>
  );
}

/** All, or an agency's own and those on which something of its changed: a question may be put to it on another one's. */
function countActions(
  { after }: ComparedPlan,
  changes: readonly PlanChange[],
  agency: string,
): number {
  const own = placedActions(after)
    .map(({ action }) => action)
    .filter(({ agencies }) => agency === "" || agencies.includes(agency));
  const changed = changes.flatMap(({ action }) => action ?? []);
  return new Set([...own, ...changed].map(({ id }) => id)).size;
}

function countKinds(
  changes: readonly PlanChange[],
  { ofPlan, elsewhere }: RemovedBetween,
): ReadonlyMap<ShownKind, number> {
  const byKind = Map.groupBy(changes, ({ kind }): ShownKind => kind);
  const counts = new Map([...byKind].map(([kind, its]) => [kind, its.length]));
  return counts.set("removed", ofPlan.length + elsewhere.length);
}

/** Whoever does not see the sentence change hears it. */
function useSaid(sentence: string): void {
  const announce = useAnnounce();
  useEffect(() => announce(sentence), [announce, sentence]);
}
