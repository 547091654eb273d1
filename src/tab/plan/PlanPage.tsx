import { dayOf } from "#plan/iso-date.ts";
import { useAddress } from "#tab/frame/address.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { useLayout } from "#tab/frame/use-layout.ts";
import { useLivePlan } from "#tab/live/use-live-plan.ts";
import type { OpenPlan, PlanSummary } from "#usecases/ports.ts";
import { lazy, Suspense, useEffect } from "react";
import { NothingShown } from "./NothingShown.tsx";
import { PhoneList } from "./PhoneList.tsx";
import { PlanFooter } from "./PlanFooter.tsx";
import { PlanGrid } from "./PlanGrid.tsx";
import { PlanHeader } from "./PlanHeader.tsx";
import { countActions } from "./plan-rows.ts";
import { PlanTools } from "./PlanTools.tsx";
import { RatingSummary } from "./RatingSummary.tsx";
import { usePlanRows } from "./use-plan-rows.ts";
import "./plan.css";

const loadDrawer = () => import("./OpenDrawer.tsx");
const OpenDrawer = lazy(async () => ({ default: (await loadDrawer()).OpenDrawer }));

interface PlanPageProps {
  readonly first: OpenPlan;
  readonly plans: readonly PlanSummary[];
  readonly onChoose: (planId: number) => void;
}

/** The plan, and beside it in a drawer what somebody opened of it. */
export function PlanPage({ first, plans, onChoose }: PlanPageProps) {
  const { host, now } = usePorts();
  const { live, view, changed, check, onSaved } = useLivePlan(first);
  const layout = useLayout();
  const { filter, setFilter, groups, closed, fold, rows } = usePlanRows(view, layout);
  const [place, go] = useAddress(host.subPageId);
  useEffect(() => void loadDrawer(), []);

  const total = view.actions.size;
  const list = { scheme: view.scheme, today: dayOf(now()), selected: place, changed };
  const on = { onOpen: go, onFold: fold };
  function close(): void {
    go(undefined);
    if (place !== undefined) focusRow(place);
  }
  return (
    <main className="page">
      <PlanHeader
        {...{ live, plans, onChoose }}
        plan={view.open.plan}
        onCheck={() => void check()}
      />
      <RatingSummary
        view={view}
        chosen={filter.ratings}
        onChoose={(ratings) => setFilter({ ...filter, ratings })}
      />
      <PlanTools
        search={filter.search}
        onSearch={(search) => setFilter({ ...filter, search })}
        shown={`${countActions(groups)} of ${total} shown`}
      />
      {groups.length === 0 && <NothingShown view={view} filter={filter} onClear={setFilter} />}
      {groups.length > 0 && layout === "phone" && (
        <PhoneList groups={groups} closed={closed} {...list} {...on} />
      )}
      {groups.length > 0 && layout !== "phone" && (
        <PlanGrid rows={rows} layout={layout} {...list} {...on} />
      )}
      {layout !== "phone" && <PlanFooter view={view} />}
      <Suspense>
        {place !== undefined && (
          <OpenDrawer {...{ place, view, groups }} onGo={go} onClose={close} onSaved={onSaved} />
        )}
      </Suspense>
    </main>
  );
}

/** Back to where the reader was, once the drawer has gone. */
function focusRow(key: string): void {
  requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"]`)?.focus(),
  );
}
