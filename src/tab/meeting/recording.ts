import type { Action, Recommendation } from "#plan/plan.ts";
import type { RatingId } from "#plan/rating-scheme.ts";
import type { Challenge } from "#plan/record.ts";
import type { ActionView, PlanView, RecommendationView } from "#tab/rows/plan-view.ts";
import { agenciesAsked } from "#plan/agency-named.ts";
import { isToAgree } from "#usecases/agree-proposed.ts";
import type { Place } from "./room.ts";

/** What something is recorded of: an action, or the recommendation as a whole. */
export interface Target {
  readonly recommendation: Recommendation;
  readonly action?: ActionView | undefined;
}

/** The forms of the recorder's bar. */
export type RecordForm =
  | { readonly name: "rating"; readonly rating: RatingId }
  | { readonly name: "all-proposed" }
  | { readonly name: "question" }
  | { readonly name: "note"; readonly words?: string }
  | { readonly name: "date" }
  | { readonly name: "close" }
  | { readonly name: "monitoring" }
  | { readonly name: "reopen" }
  | { readonly name: "resolve"; readonly challenge: Challenge };

/** Which button of the bar leads to the form: those that are asked for less often stand in one menu. */
export function openedBy(form: RecordForm): string {
  if (form.name === "rating") return `rating ${form.rating}`;
  const own: readonly RecordForm["name"][] = ["all-proposed", "question", "note"];
  return own.includes(form.name) ? form.name : "more";
}

/** A form keeps what it was opened for, wherever the meeting goes meanwhile. */
export interface Opened {
  readonly form: RecordForm;
  readonly target: Target;
}

/** What every form of the bar is given. */
export interface RecordFormProps {
  readonly target: Target;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function targetAt({ recommendation, actions }: RecommendationView, place?: Place): Target {
  return { recommendation, action: actions.find(({ action }) => action.id === place?.actionId) };
}

/** The recommendation's actions whose proposed rating the group has not agreed yet. */
export function toAgree(
  { scheme, recommendations }: PlanView,
  { id }: Recommendation,
): readonly ActionView[] {
  const shown = recommendations.find(({ recommendation }) => recommendation.id === id);
  return (shown?.actions ?? []).filter(({ state }) => isToAgree(scheme, state));
}

/** "ICB, FHT · action 1 of 4", "Recommendation 2.1". */
export function targetWords({ recommendation, action }: Target): string {
  if (!action) return `Recommendation ${recommendation.ref}`;
  const agencies = action.action.agencies.join(", ");
  const place = `action ${action.place} of ${action.of}`;
  return [recommendation.ref, agencies, place].filter(Boolean).join(" · ");
}

/** Who may be asked: the action's agencies, else those that the recommendation is addressed to and that act on it. */
export function agenciesOfTarget(
  { open: { agencies, actions } }: PlanView,
  { recommendation, action }: Target,
): readonly string[] {
  const own: readonly string[] = action?.action.agencies ?? [];
  return own.length > 0 ? own : agenciesAsked(agencies, recommendation, actions);
}

/** What drafts are kept by: "question meeting/3 action/11". */
export function draftName(form: string, meetingId: number, target: Target): string {
  const { recommendation, action } = target;
  const about = action ? `action/${action.action.id}` : `recommendation/${recommendation.id}`;
  return `${form} meeting/${meetingId} ${about}`;
}

export function actionOf({ action }: Target): Action | undefined {
  return action?.action;
}

/** What is chosen beforehand: the only one there is, else nothing. */
export function onlyOne(choices: readonly string[]): string {
  return choices.length === 1 ? (choices[0] ?? "") : "";
}
