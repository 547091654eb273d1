import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import type { ActionState } from "#plan/fold.ts";
import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { mayClose, mayDecide } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import {
  isComplete,
  notApplicable,
  type RatingId,
  ratingOf,
  type RatingScheme,
} from "#plan/rating-scheme.ts";
import type { Decision } from "#plan/record.ts";
import { type PlanOfMe, refuseUnlessRating } from "./append-statement.ts";
import type { RecordStore } from "./ports/record.ts";
import { type Asked, askIfInDoubt, type Saved, wordsToSave } from "./words-to-save.ts";

/** Who looks again whether the change held, and when. */
export interface LaterCheck {
  /** An agency or a role, as said in the meeting. */
  readonly checkBy: string;
  readonly checkOn: IsoDate;
}

/** What the group agreed, in the words of its meeting. */
export type Agreed =
  | { readonly kind: "agree-rating"; readonly rating: RatingId; readonly reason?: string }
  | { readonly kind: "agree-date"; readonly date: IsoDate; readonly reason?: string }
  | ({ readonly kind: "close"; readonly rating?: RatingId; readonly reason?: string } & LaterCheck)
  | { readonly kind: "reopen"; readonly reason: string }
  | ({ readonly kind: "ask-monitoring"; readonly reason?: string } & LaterCheck);

export interface RecordDecision extends Asked {
  readonly open: PlanOfMe;
  readonly action: Action;
  /** Where the action stands, as the group saw it. */
  readonly state: ActionState;
  readonly decision: Agreed;
  readonly meetingId?: number | undefined;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/**
 * Records what the group agreed about an action. Throws NotAllowedError for whoever is not of the group, or would
 * close an action of an agency they speak for; RefusedError where a reason, a date or evidence is missing; and what
 * the store throws.
 */
export async function recordDecision(
  { record }: { readonly record: RecordStore },
  { open, action, state, decision, meetingId, key, sure }: RecordDecision,
): Promise<Saved> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group decides about an action.");
  if (decision.kind === "close") refuseOwnClosing(open, action);
  const agreed = agreedColumns(open.plan.scheme, state, decision);
  askIfInDoubt({ sure }, { text: agreed.reason, where: "the reason" });
  return record.decide({
    key,
    planId: open.plan.id,
    recommendationId: action.recommendationId,
    actionId: action.id,
    meetingId,
    ...agreed,
  });
}

type Columns = Pick<Decision, "kind" | "rating" | "date" | "reason" | "checkBy" | "checkOn">;

/** The decision as it is written down, once every rule for its kind has been looked at. */
function agreedColumns(scheme: RatingScheme, state: ActionState, decision: Agreed): Columns {
  if (decision.kind === "agree-rating") return ratingAgreed(scheme, state, decision);
  if (decision.kind === "agree-date") return dateAgreed(state, decision);
  if (decision.kind === "close") return closed(scheme, state, decision);
  if (decision.kind === "reopen") return reopened(state, decision);
  return { kind: "monitoring-asked", ...reasonOf(decision), ...laterCheck(decision) };
}

function ratingAgreed(
  scheme: RatingScheme,
  { proposed }: ActionState,
  { rating, reason }: Agreed & { kind: "agree-rating" },
): Columns {
  refuseUnlessRating(scheme, rating);
  if (saysClosed(scheme, rating))
    throw new RefusedError(
      `${ratingOf(scheme, rating).name} says that peers have checked it. Close the action to agree it.`,
    );
  const differs = rating !== proposed && "Say why the group agrees another rating than proposed.";
  return { kind: "rating-agreed", rating, ...reasonOf({ reason }, differs) };
}

function dateAgreed(
  { dateAskedFor }: ActionState,
  { date, reason }: Agreed & { kind: "agree-date" },
): Columns {
  const differs =
    date !== dateAskedFor && "Say why the group agrees a date that was not asked for.";
  return { kind: "date-agreed", date: dayThatExists(date), ...reasonOf({ reason }, differs) };
}

function closed(
  scheme: RatingScheme,
  state: ActionState,
  { rating, reason, ...check }: Agreed & { kind: "close" },
): Columns {
  if (state.closed) throw new RefusedError("This action is closed already.");
  if (rating !== undefined) refuseUnlessDone(scheme, rating);
  const unproven =
    state.impactCount === 0 &&
    "Nothing here shows what the action changed. Wait for evidence of impact, or say why it is closed without.";
  const differs =
    rating !== undefined &&
    rating !== state.proposed &&
    "Say why the group agrees another rating than proposed.";
  return {
    kind: "closed",
    rating,
    ...reasonOf({ reason }, unproven || differs),
    ...laterCheck(check),
  };
}

function reopened(state: ActionState, { reason }: Agreed & { kind: "reopen" }): Columns {
  if (!state.closed) throw new RefusedError("This action is not closed.");
  return { kind: "reopened", ...reasonOf({ reason }, "Say why it is opened again.") };
}

function laterCheck({ checkBy, checkOn }: LaterCheck): Pick<Decision, "checkBy" | "checkOn"> {
  return {
    checkBy: wordsToSave({
      text: checkBy,
      where: "who checks again",
      missing: "Say who checks again that the change held.",
      oneLine: true,
    }),
    checkOn: dayThatExists(checkOn),
  };
}

function reasonOf(
  { reason }: { readonly reason?: string | undefined },
  missing: string | false = false,
): Pick<Decision, "reason"> {
  return {
    reason: wordsToSave({ text: reason, where: "the reason", missing: missing || undefined }),
  };
}

function refuseOwnClosing({ me }: PlanOfMe, action: Action): void {
  if (mayClose(me, action)) return;
  throw new NotAllowedError(
    `This action is also yours. Somebody who does not speak for ${action.agencies.join(", ")} closes it.`,
  );
}

function refuseUnlessDone(scheme: RatingScheme, rating: RatingId): void {
  refuseUnlessRating(scheme, rating);
  if (isComplete(scheme, rating) || rating === notApplicable.id) return;
  throw new RefusedError(
    `${ratingOf(scheme, rating).name} says that work is left, so the action can't be closed with it.`,
  );
}

function saysClosed(scheme: RatingScheme, rating: RatingId): boolean {
  return ratingOf(scheme, rating).meaning === "closed";
}

function dayThatExists(date: IsoDate): IsoDate {
  if (isIsoDate(date)) return date;
  throw new RefusedError("Choose a day that exists.");
}
