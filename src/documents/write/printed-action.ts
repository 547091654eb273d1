import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { shownRating } from "#plan/fold.ts";
import type { ActionOnDate, PlanOnDate } from "#plan/plan-on-date.ts";
import { type Rating, ratingOf } from "#plan/rating-scheme.ts";
import type { EvidenceLink } from "#plan/record.ts";
import { linesOf } from "./clean-text.ts";
import { type ProgressLine, progressLines } from "./progress-lines.ts";

type Lines = readonly string[];

/** An action as every kind of document prints it; texts are clean, and an empty list is nothing to print. */
export interface PrintedAction {
  readonly agency: Lines;
  readonly text: Lines;
  readonly leads: Lines;
  /** As the plan prints it, and the date the group agreed since, if another. */
  readonly due: Lines;
  /** The day it is due now. */
  readonly dueDay?: IsoDate | undefined;
  readonly milestones: Lines;
  readonly outcomeMeasure: Lines;
  readonly measureOfSuccess: Lines;
  readonly evidence: Lines;
  readonly progress: Lines;
  /** The same lines, each with the evidence that it names. */
  readonly told: readonly ProgressLine[];
  readonly notes: Lines;
  /** The one that counts. */
  readonly rating: Rating;
  readonly proposed: Rating;
  readonly agreed?: Rating | undefined;
  readonly closed: boolean;
  readonly links: readonly EvidenceLink[];
}

export function printedAction(plan: PlanOnDate, shown: ActionOnDate): PrintedAction {
  const { action, state, record } = shown;
  const { scheme } = plan.plan;
  const told = progressLines(plan, shown);
  return {
    agency: linesOf(action.agencyAsPrinted || action.agencies.join("\n")),
    text: linesOf(action.text),
    leads: action.leads.flatMap(linesOf),
    due: dueLines(shown),
    dueDay: state.due,
    milestones: linesOf(action.milestones),
    outcomeMeasure: linesOf(action.outcomeMeasure),
    measureOfSuccess: linesOf(action.measureOfSuccess),
    evidence: linesOf(action.evidenceExpected),
    progress: told.map(({ line }) => line),
    told,
    notes: linesOf(action.notesAsPrinted),
    rating: ratingOf(scheme, shownRating(state)),
    proposed: ratingOf(scheme, state.proposed),
    agreed: state.agreed === undefined ? undefined : ratingOf(scheme, state.agreed),
    closed: state.closed,
    links: record.flatMap((entry) => (entry.type === "update" ? entry.evidence : [])),
  };
}

function dueLines({ action, state }: ActionOnDate): Lines {
  const printed = linesOf(action.dueAsPrinted);
  const own = printed.length === 0 && action.due ? [formatDate(action.due)] : printed;
  return state.due && state.due !== action.due ? [...own, `Agreed: ${formatDate(state.due)}`] : own;
}
