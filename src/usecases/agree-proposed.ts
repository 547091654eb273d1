import { NotAllowedError } from "#plan/errors.ts";
import type { ActionState } from "#plan/fold.ts";
import { mayDecide } from "#plan/permissions.ts";
import type { Action } from "#plan/plan.ts";
import { notRated, type RatingScheme, ratingOf } from "#plan/rating-scheme.ts";
import type { PlanOfMe } from "./append-statement.ts";
import type { RecordStore } from "./ports.ts";
import { recordDecision } from "./record-decision.ts";

/** An action with what its agencies propose, as the group saw it. */
export interface Proposed {
  readonly action: Action;
  readonly state: ActionState;
}

export interface AgreeProposed {
  readonly open: PlanOfMe;
  readonly proposed: readonly Proposed[];
  readonly meetingId?: number | undefined;
  /** One for each action, the same however often it is tried: each is saved once. */
  readonly keyOf: (action: Action) => string;
}

/** Whether there is a proposed rating that the group could agree, and has not agreed since it was proposed. */
export function isToAgree(scheme: RatingScheme, { proposed, ...state }: ActionState): boolean {
  if (proposed === notRated.id || ratingOf(scheme, proposed).meaning === "closed") return false;
  const stands = state.agreed === proposed && (state.agreedAt ?? "") >= (state.proposedAt ?? "");
  return !state.closed && !stands;
}

/**
 * Records of each action that the group agrees what its agencies propose, one decision an action. Tried again after it
 * broke off, it goes on where it was. Throws as `recordDecision`; gives the ids of the decisions.
 */
export async function agreeProposed(
  ports: { readonly record: RecordStore },
  { open, proposed, meetingId, keyOf }: AgreeProposed,
): Promise<readonly number[]> {
  if (!mayDecide(open.me))
    throw new NotAllowedError("Only the peer-challenge group decides about actions.");
  const ids: number[] = [];
  for (const { action, state } of proposed) {
    const decision = { kind: "agree-rating", rating: state.proposed } as const;
    const key = keyOf(action);
    const { id } = await recordDecision(ports, { open, action, state, decision, meetingId, key });
    ids.push(id);
  }
  return ids;
}
