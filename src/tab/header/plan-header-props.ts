import type { Plan } from "#plan/plan.ts";
import type { LiveState } from "#tab/live/live-plan.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import type { ViewEntry } from "./views.ts";

/** What the header of a plan is given. */
export interface PlanHeaderProps {
  readonly plan: Plan;
  /** All plans of the site; a choice is offered where there are several. */
  readonly plans: readonly PlanSummary[];
  readonly live: LiveState;
  /** The views that are offered beside the plan itself. */
  readonly views: readonly ViewEntry[];
  /** The one that is shown; undefined for the plan. */
  readonly shown: ViewEntry | undefined;
  /** Where the reader is, as a link has it: `plan?agency=ICB`. */
  readonly link: string;
  /** The id of the panel that shows it. */
  readonly panel: string;
  readonly onView: (word: string) => void;
  readonly onChoose: (planId: number) => void;
  readonly onMine: (() => void) | undefined;
  readonly onCheck: () => void;
}
