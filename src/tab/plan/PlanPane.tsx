import { dayOf } from "#plan/iso-date.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { useLayout } from "#tab/frame/use-layout.ts";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { lazy, Suspense, useMemo, useState } from "react";
import { columnsFor } from "./columns.ts";
import { DrawerOver } from "./DrawerOver.tsx";
import { useHiddenColumns } from "./hidden-columns.ts";
import type { FoundByChecks } from "./found.ts";
import { NothingShown } from "./NothingShown.tsx";
import { PhoneList } from "./PhoneList.tsx";
import { PlanFooter } from "./PlanFooter.tsx";
import { PlanGrid } from "./PlanGrid.tsx";
import { PlanTools } from "./PlanTools.tsx";
import { RatingSummary } from "./RatingSummary.tsx";
import { usePlanRows } from "./use-plan-rows.ts";
import { WithoutChecks } from "./WithoutChecks.tsx";
import "./plan.css";

const RunChecks = lazy(async () => ({ default: (await import("./RunChecks.tsx")).RunChecks }));

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
  const roomFor = useMemo(() => columnsFor(layout, found ? none : unchecked), [layout, found]);
  const columns = useMemo(() => roomFor.filter(({ id }) => !hidden.has(id)), [roomFor, hidden]);
  const { rows, groups, shown, filter, setFilter, arrangement, setArrangement, fold } = usePlanRows(
    { ...props, layout, today, found },
  );
  const list = { rows, scheme: view.scheme, today, selected: place, changed, found };
  const on = { onOpen: onGo, onFold: fold };
  return (
    <>
      <RatingSummary view={view} filter={filter} onFilter={setFilter} />
      <PlanTools
        {...{ view, layout, filter, arrangement, columns: roomFor, hidden, onHide }}
        onFilter={setFilter}
        onArrange={setArrangement}
        toChallenge={found?.actions.size}
        shown={`${shown.toLocaleString("en-GB")} of ${view.actions.size.toLocaleString("en-GB")} shown`}
      />
      <WithoutChecks>
        <Suspense>
          <RunChecks {...{ view, today }} onFound={setFound} />
        </Suspense>
      </WithoutChecks>
      {rows.length === 0 && <NothingShown view={view} filter={filter} onClear={setFilter} />}
      {rows.length > 0 && layout === "phone" && <PhoneList {...list} {...on} />}
      {rows.length > 0 && layout !== "phone" && (
        <PlanGrid
          {...{ layout, columns, arrangement }}
          onArrange={setArrangement}
          {...list}
          {...on}
        />
      )}
      {layout !== "phone" && <PlanFooter view={view} />}
      <DrawerOver {...props} groups={groups} />
    </>
  );
}

/** Until the checks have been run there is nothing to show in their column. */
const unchecked: ReadonlySet<string> = new Set(["checks"]);
const none: ReadonlySet<string> = new Set();
