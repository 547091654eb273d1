import type { LiveState } from "./live-plan.ts";
import type { Saved } from "./use-live-plan.ts";
import type { PlanFilter } from "#tab/filter/plan-filter.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";

/** What every view of a plan is given (views.ts). The drawer over it, the header and the address are the shell's. */
export interface ViewProps {
  /** The plan as it stands now, folded; another object whenever something in it changed. */
  readonly view: PlanView;
  /** How old that is, and whether it can be brought up to date. */
  readonly live: LiveState;
  /** What is open in the drawer: `action/12`. */
  readonly place: string | undefined;
  /** The view's own words in the address, `from=2026-10-22&to=…`: all of its state that a link is to carry. */
  readonly params: URLSearchParams;
  readonly onParams: (params: URLSearchParams) => void;
  /** Opens an action or a recommendation in the drawer: `action/12`, `recommendation/3`; undefined closes it. */
  readonly onGo: (place: string | undefined) => void;
  /** Shows the plan with this filter and no other: what a number on another view was counted from. */
  readonly onFilter: (filter: Partial<PlanFilter>) => void;
  /** Shows another view (its word in views.ts) as it was last, or with these words in its address. */
  readonly onView: (word: string, query?: string) => void;
  /** Brings the plan up to date with what the reader has just saved, which is then no news to them. */
  readonly onSaved: (saved?: Saved) => Promise<void>;
  /** What is known at this moment: SharePoint is asked where that was some time ago. */
  readonly latest: () => Promise<LiveState>;
  /** Lets the plan stand as it is until the answer is called: for what is saved over minutes. */
  readonly hold: () => () => void;
}
