import { NotAllowedError } from "#plan/errors.ts";
import type { ActionState } from "#plan/fold.ts";
import { mayDecide } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import { notRated, type Rating, type RatingScheme, ratingOf } from "#plan/rating-scheme.ts";
import type { PlanOfMe } from "./append-statement.ts";
import type { RecordStore } from "./ports/record.ts";
import { recordDecision } from "./record-decision.ts";
import type { Asked } from "./words-to-save.ts";

/** An action with what its agencies propose, as the group saw it. */
export interface Proposed {
  readonly action: Action;
  readonly state: ActionState;
  /** Of its decision, the same however often it is tried: each is saved once. */
  readonly key: string;
}

export interface AgreeProposed extends Asked {
  readonly open: PlanOfMe;
  readonly proposed: readonly Proposed[];
  /** The same for all of them; nothing has to be said. */
  readonly reason?: string | undefined;
  readonly meetingId?: number | undefined;
  /** Told of each decision as soon as it is saved. */
  readonly onEach?: ((action: Action, decisionId: number) => void) | undefined;
}

/**
 * What the agencies propose, where the group can agree it as it is: "not applicable" as well, but not what says
 * "checked by peers", for that takes closing the action.
 */
export function proposedRating(
  scheme: RatingScheme,
  { proposed }: Pick<ActionState, "proposed">,
): Rating | undefined {
  const rating = ratingOf(scheme, proposed);
  return rating.id === notRated.id || rating.meaning === "closed" ? undefined : rating;
}

/** Whether the group has agreed what is proposed, since it was proposed. */
export function isAgreedAsProposed(state: ActionState): boolean {
  return state.agreed === state.proposed && (state.agreedAt ?? "") >= (state.proposedAt ?? "");
}

/** Whether there is a proposed rating that the group could agree, and has not agreed since it was proposed. */
export function isToAgree(scheme: RatingScheme, state: ActionState): boolean {
  return !state.closed && !isAgreedAsProposed(state) && proposedRating(scheme, state) !== undefined;
}

/**
 * Records of each action that the group agrees what its agencies propose, one decision an action. Tried again after it
 * broke off, it goes on where it was. Throws as `recordDecision`; gives the ids of the decisions.
 */
export async function agreeProposed(
  ports: { readonly record: RecordStore },
  { open, proposed, reason = "", meetingId, sure, onEach }: AgreeProposed,
): Promise<readonly number[]> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group decides about actions.");
  const ids: number[] = [];
  for (const { action, state, key } of proposed) {
    const decision = { kind: "agree-rating", rating: state.proposed, reason } as const;
    const { id } = await recordDecision(ports, {
      open,
      action,
      state,
      decision,
      meetingId,
      sure,
      key,
    });
    ids.push(id);
    onEach?.(action, id);
  }
  return ids;
}
