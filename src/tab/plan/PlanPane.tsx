import { inFigures } from "#plan/words.ts";
import { dayOf } from "#plan/iso-date.ts";
import { fetched } from "#tab/frame/fetched.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { useLayout } from "#tab/frame/use-layout.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { Later, useLater } from "#tab/frame/use-later.ts";
import { type ComponentProps, lazy, Suspense, useMemo, useState } from "react";
import { columnsFor } from "./columns.ts";
import { DrawerOver } from "./DrawerOver.tsx";
import { useFullText } from "./full-text.ts";
import { useHiddenColumns } from "./hidden-columns.ts";
import type { FoundByChecks } from "./found.ts";
import { PlanFooter } from "./PlanFooter.tsx";
import { PlanGrid } from "./PlanGrid.tsx";
import type { PlanToolsProps } from "./plan-tools-props.ts";
import { RatingSummary } from "./RatingSummary.tsx";
import { usePlanRows } from "./use-plan-rows.ts";
import { WithoutChecks } from "./WithoutChecks.tsx";
import "./plan.css";

const NothingShown = lazy(async () => ({
  default: (await fetched(() => import("./NothingShown.tsx"))).NothingShown,
}));
const loadPhoneList = () => import("./PhoneList.tsx");
const PhoneList = lazy(async () => ({ default: (await fetched(loadPhoneList)).PhoneList }));
const FullGrid = lazy(async () => ({
  default: (await fetched(() => import("./FullGrid.tsx"))).FullGrid,
}));
const planTools = new Later(async () => (await import("./PlanTools.tsx")).PlanTools);
const runChecks = new Later(async () => (await import("./RunChecks.tsx")).RunChecks);

interface PlanPaneProps extends ViewProps {
  /** Keys of the actions that somebody else changed a moment ago. */
  readonly changed: ReadonlySet<string>;
}

/** The plan itself: its ratings in a bar, what filters it, and its rows. */
export function PlanPane({ changed, ...props }: PlanPaneProps) {
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
        shown={`${inFigures(shown)} of ${inFigures(view.actions.size)} shown`}
      />
      <WithoutChecks>
        <Checks {...{ view, today }} onFound={setFound} />
      </WithoutChecks>
      {rows.length === 0 ? (
        <Suspense>
          <NothingShown view={view} filter={filter} onClear={asked.setFilter} />
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
      {layout !== "phone" && <PlanFooter view={view} />}
      <DrawerOver {...props} groups={groups} />
    </>
  );
}

function Rows({ full, ...props }: ComponentProps<typeof PlanGrid> & { readonly full: boolean }) {
  const phone = props.layout === "phone";
  if (!phone && !full) return <PlanGrid {...props} />;
  return (
    <Suspense>{phone ? <PhoneList {...props} full={full} /> : <FullGrid {...props} />}</Suspense>
  );
}

function Tools(props: PlanToolsProps) {
  return useLater(planTools)?.(props) ?? <div className="plan-tools plan-tools-room" />;
}

/** What the checks find is worked out once there is a plan to look at. */
function Checks(props: Parameters<NonNullable<typeof runChecks.draw>>[0]) {
  return useLater(runChecks)?.(props);
}

/** Until the checks have been run there is nothing to show in their column. */
const unchecked: ReadonlySet<string> = new Set(["checks"]);
const none: ReadonlySet<string> = new Set();
