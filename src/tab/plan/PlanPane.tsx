import { inFigures } from "#plan/words.ts";
import { dayOf } from "#plan/iso-date.ts";
import { fetched } from "#tab/later/fetched.ts";
import { onceTouched } from "#tab/later/once-touched.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useLayout } from "#tab/layout/use-layout.ts";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Later, useLater } from "#tab/later/use-later.ts";
import { type ComponentProps, lazy, Suspense, useEffect, useMemo, useState } from "react";
import { columnsFor } from "#tab/arrange/columns.ts";
import { DrawerOver } from "./DrawerOver.tsx";
import { useFullText } from "#tab/arrange/full-text.ts";
import { useHiddenColumns } from "#tab/arrange/hidden-columns.ts";
import type { FoundByChecks } from "#tab/filter/found.ts";
import { PlanGrid } from "#tab/grid/PlanGrid.tsx";
import type { PlanToolsProps } from "./plan-tools-props.ts";
import { RatingSummary } from "#tab/filter/RatingSummary.tsx";
import { usePlanRows } from "./use-plan-rows.ts";
import { WithoutChecks } from "./WithoutChecks.tsx";
import "./plan.css";

const NothingShown = lazy(async () => ({
  default: (await fetched(() => import("./NothingShown.tsx"))).NothingShown,
}));
const NothingYet = lazy(async () => ({
  default: (await fetched(() => import("./NothingYet.tsx"))).NothingYet,
}));
const loadPhoneList = () => import("#tab/phone/PhoneList.tsx");
const PhoneList = lazy(async () => ({ default: (await fetched(loadPhoneList)).PhoneList }));
const loadFullGrid = () => import("#tab/grid/FullGrid.tsx");
const FullGrid = lazy(async () => ({ default: (await fetched(loadFullGrid)).FullGrid }));
const planTools = new Later(async () => (await import("./PlanTools.tsx")).PlanTools);
const planFooter = new Later(async () => (await import("./PlanFooter.tsx")).PlanFooter);
const runChecks = new Later(async () => (await import("./RunChecks.tsx")).RunChecks);

interface PlanPaneProps extends ViewProps {
  /** Keys of the actions that somebody else changed a moment ago. */
  readonly changed: ReadonlySet<string>;
}

/** The plan itself. Where there is nothing in it yet, there is nothing to count, to search or to arrange. */
export function PlanPane(props: PlanPaneProps) {
  if (props.view.recommendations.length > 0) return <FilledPlan {...props} />;
  return (
    <>
      <Suspense>
        <NothingYet {...props} />
      </Suspense>
      <DrawerOver {...props} groups={[]} />
    </>
  );
}

/** Its ratings in a bar, what filters it, and its rows. */
function FilledPlan({ changed, ...props }: PlanPaneProps) {
  const { view, place, onGo } = props;
  const { now } = usePorts();
  const layout = useLayout();
  const today = dayOf(now());
  const [found, setFound] = useState<FoundByChecks>();
  const [hidden, onHide] = useHiddenColumns();
  const [full, onFull] = useFullText();
  const roomFor = useMemo(() => columnsFor(layout, found ? none : unchecked), [layout, found]);
  const columns = useMemo(() => roomFor.filter(({ id }) => !hidden.has(id)), [roomFor, hidden]);
  const asked = usePlanRows({ ...props, layout, today, found });
  const { rows, turn, groups, shown, filter, unsearched, arrangement } = asked;
  return (
    <>
      <RatingSummary view={view} filter={unsearched} onFilter={asked.setUnsearched} />
      <Tools
        {...{ view, layout, filter, unsearched, arrangement, hidden, onHide, full, onFull }}
        columns={roomFor}
        onFilter={asked.setFilter}
        onUnsearched={asked.setUnsearched}
        onArrange={asked.setArrangement}
        toChallenge={found?.actions.size}
        shown={`${inFigures(shown)} of ${inFigures(view.actions.size)}`}
      />
      <WithoutChecks>
        <Checks {...{ view, today }} onFound={setFound} />
      </WithoutChecks>
      {rows.length === 0 ? (
        <Suspense>
          <NothingShown filter={filter} onClear={asked.setFilter} />
        </Suspense>
      ) : (
        <Rows
          {...{ rows, turn, layout, columns, arrangement, today, changed, found, full }}
          scheme={view.scheme}
          selected={place}
          onArrange={asked.setArrangement}
          onOpen={onGo}
          onFold={asked.fold}
        />
      )}
      {layout !== "phone" && <Footer view={view} />}
      <DrawerOver {...props} groups={groups} />
    </>
  );
}

function Rows({ full, ...props }: ComponentProps<typeof PlanGrid> & { readonly full: boolean }) {
  // Before a window is narrowed or full text asked for, when the connection may be lost.
  useEffect(
    () => onceTouched(() => void Promise.allSettled([loadPhoneList(), loadFullGrid()])),
    [],
  );
  const phone = props.layout === "phone";
  if (!phone && !full) return <PlanGrid {...props} />;
  return (
    <Suspense fallback={<ViewSkeleton name="the rows" />}>
      {phone ? <PhoneList {...props} full={full} /> : <FullGrid {...props} />}
    </Suspense>
  );
}

function Tools(props: PlanToolsProps) {
  return useLater(planTools)?.(props) ?? <div className="plan-tools plan-tools-room" />;
}

function Footer(props: Pick<ViewProps, "view">) {
  return useLater(planFooter)?.(props) ?? <footer className="plan-footer" />;
}

/** What the checks find is worked out once there is a plan to look at. */
function Checks(props: Parameters<NonNullable<typeof runChecks.draw>>[0]) {
  return useLater(runChecks)?.(props);
}

/** Until the checks have been run there is nothing to show in their column. */
const unchecked: ReadonlySet<string> = new Set(["checks"]);
const none: ReadonlySet<string> = new Set();
