import { agencyNamed } from "./agency-named.ts";
import { unansweredChallenges } from "./challenge-states.ts";
import type { ActionState } from "./fold.ts";
import type { IsoInstant } from "./iso-date.ts";
import type { Action, Agency, Recommendation } from "./plan.ts";
import {
  knownOrNotRated,
  leastGood,
  notRated,
  type RatingId,
  type RatingScheme,
} from "./rating-scheme.ts";
import { onceEach } from "./record-order.ts";
import type { Challenge, Entry } from "./record.ts";

/** Where a recommendation stands, as follows from its actions and from what was said of it as a whole. */
export interface RecommendationState {
  /** The least good of what is proposed for its actions; "not-rated" while one is, or while it has none. */
  readonly proposed: RatingId;
  /** What the group agreed for the whole of it; its actions' agreed ratings are theirs alone. */
  readonly agreed?: RatingId | undefined;
  readonly agreedAt?: IsoInstant | undefined;
  /** True where it has actions, and the group has closed every one. */
  readonly closed: boolean;
  /** Addressees without an action under it: by short name, or as printed where the plan has no such agency. */
  readonly unanswering: readonly string[];
  /** Questions on the whole of it that wait for an answer. */
  readonly openChallenges: readonly Challenge[];
}

/** What `foldAction` is for an action. `actions` and `states` are those of the plan, `record` may be all of it. */
export function foldRecommendation(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  recommendation: Recommendation,
  {
    actions,
    states,
    record,
  }: {
    readonly actions: readonly Action[];
    readonly states: ReadonlyMap<number, ActionState>;
    readonly record: readonly Entry[];
  },
): RecommendationState {
  const own = actions.filter(({ recommendationId }) => recommendationId === recommendation.id);
  const folded = own.flatMap(({ id }) => states.get(id) ?? []);
  const proposed = folded.map((state) => state.proposed);
  return {
    proposed: proposed.length > 0 ? leastGood(scheme, proposed) : notRated.id,
    ...agreedOf(scheme, recommendation, record),
    closed: folded.length > 0 && folded.every(({ closed }) => closed),
    unanswering: unansweringAddressees(agencies, recommendation, own),
    openChallenges: unansweredChallenges(agencies, record).filter(
      ({ actionId, recommendationId }) =>
        actionId === undefined && recommendationId === recommendation.id,
    ),
  };
}

/** Addressees without an action among `actions`, which are the recommendation's: by short name, else as printed. */
export function unansweringAddressees(
  agencies: readonly Agency[],
  { addressees }: Recommendation,
  actions: readonly Action[],
): readonly string[] {
  const acting = new Set(actions.flatMap((action) => action.agencies));
  const addressed = addressees.map(
    (printed) => agencyNamed(agencies, printed)?.shortName ?? printed,
  );
  return [...new Set(addressed)].filter((agency) => !acting.has(agency));
}

function agreedOf(
  scheme: RatingScheme,
  { id }: Recommendation,
  record: readonly Entry[],
): Pick<RecommendationState, "agreed" | "agreedAt"> {
  const decided = onceEach(record.filter(({ type }) => type === "decision"))
    .filter((entry) => entry.type === "decision")
    .findLast(
      ({ recommendationId, actionId, rating }) =>
        recommendationId === id && actionId === undefined && rating !== undefined,
    );
  if (decided?.rating === undefined) return {};
  return { agreed: knownOrNotRated(scheme, decided.rating), agreedAt: decided.created };
}
