import { usePorts } from "#tab/ports/ports.ts";
import { type FollowedPlan, useLivePlan } from "#tab/live/use-live-plan.ts";
import { writeFilter } from "#tab/filter/filter-address.ts";
import { PlanPane } from "#tab/plan/PlanPane.tsx";
import type { OpenPlan, PlanSummary } from "#usecases/ports/plans.ts";
import { useEffect, useId, useMemo } from "react";
import { type Address, writeAddress } from "#tab/teams/address.ts";
import { Arrived, useArrival } from "./Arrived.tsx";
import { OtherView } from "./OtherView.tsx";
import { PlanHeader } from "#tab/header/PlanHeader.tsx";
import { type ReaderPlace, useAddress } from "./reader-place.ts";
import { Later, useLater } from "#tab/later/use-later.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { type ViewEntry, views } from "#tab/header/views.ts";

const planFaults = new Later(async () => (await import("./PlanFaults.tsx")).PlanFaults);

interface PlanPageProps {
  readonly first: OpenPlan;
  readonly plans: readonly PlanSummary[];
  readonly onChoose: (planId: number) => void;
  /** Back to what is the reader's own in all plans, in the personal app. */
  readonly onMine: (() => void) | undefined;
}

/** A plan: its header with the views of it, the one that the address names, and over that what somebody opened. */
export function PlanPage({ first, plans, onChoose, onMine }: PlanPageProps) {
  const { host } = usePorts();
  const followed = useLivePlan(first);
  const { view, live, changed, check } = followed;
  const [address, reader] = useAddress(host.subPageId);
  const props = useViewProps(followed, address, reader);
  useWayBack(address, reader, onMine);
  const panel = useId();
  const onArrived = useArrival(address.view);
  const offered = views.filter((each) => each.offered(view.open.me));
  const shown = offered.find(({ word }) => word === address.view);
  return (
    <main className="page">
      {!shown?.whole && (
        <PlanHeader
          {...{ live, plans, onChoose, onMine, panel, views: offered }}
          plan={view.open.plan}
          shown={shown}
          link={writeAddress({ ...address, place: undefined })}
          onView={reader.show}
          onCheck={() => void check()}
        />
      )}
      {!shown?.whole && <Faults open={view.open} plans={plans} />}
      <Panel id={panel} of={offered} shown={shown}>
        {shown ? (
          <OtherView key={shown.word} entry={shown} onArrived={onArrived} {...props} />
        ) : (
          <>
            <PlanPane {...props} changed={changed} />
            <Arrived view="plan" onArrived={onArrived} />
          </>
        )}
      </Panel>
    </main>
  );
}

function Faults(props: { readonly open: OpenPlan; readonly plans: readonly PlanSummary[] }) {
  return useLater(planFaults)?.(props);
}

/** What a phone's way back leads to: out of the drawer, then back to the plan, then to what is the reader's own. */
function useWayBack(
  { place, view }: Address,
  reader: ReaderPlace,
  onMine: PlanPageProps["onMine"],
): void {
  const { host } = usePorts();
  useEffect(
    () =>
      host.onBack(() => {
        if (place !== undefined) reader.go(undefined);
        else if (view !== "plan") reader.backToPlan();
        else if (onMine) onMine();
        else return false;
        return true;
      }),
    [host, place, view, reader, onMine],
  );
}

/** What every view is given; the ways to go elsewhere stay the same, so that nothing is drawn again for them. */
function useViewProps(
  { view, live, onSaved, latest, hold }: FollowedPlan,
  { place, query }: Address,
  reader: ReaderPlace,
): ViewProps {
  const params = useMemo(() => new URLSearchParams(query), [query]);
  const ways = useMemo(
    () => ({
      onParams: (next: URLSearchParams) => reader.say(next.toString()),
      onGo: reader.go,
      onView: reader.show,
      onFilter: (filter: Parameters<ViewProps["onFilter"]>[0]) =>
        reader.show("plan", writeFilter(filter).toString()),
    }),
    [reader],
  );
  return { view, live, onSaved, latest, hold, place, params, ...ways };
}

interface PanelProps {
  readonly id: string;
  readonly of: readonly ViewEntry[];
  readonly shown: ViewEntry | undefined;
  readonly children: React.ReactNode;
}

/** The panel of a tab, where there are tabs; a view that was opened by a button, or that brings its own header, names itself. */
function Panel({ id, of, shown, children }: PanelProps) {
  const tabbed =
    of.some((entry) => entry.shown === "tab") &&
    (!shown || (shown.shown === "tab" && !shown.whole));
  return (
    <div
      id={id}
      className="view"
      {...(tabbed ? { role: "tabpanel", "aria-labelledby": `${id}-${shown?.word ?? "plan"}` } : {})}
    >
      {children}
    </div>
  );
}
