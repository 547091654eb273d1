import { type ActionState, shownRating } from "#plan/fold.ts";
import { foldAgain, type FoldedPlan } from "#plan/fold-again.ts";
import type { IsoInstant } from "#plan/iso-date.ts";
import type { Action, Agency, Recommendation } from "#plan/plan.ts";
import { isComplete, leastGood, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import { sameItems } from "#plan/same-items.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";

/** An action with what its record amounts to, as the screens show it. */
export interface ActionView {
  readonly action: Action;
  readonly state: ActionState;
  readonly recommendation: Recommendation;
  /** Its place under the recommendation, from 1, and how many stand there. */
  readonly place: number;
  readonly of: number;
  /** What a search looks in besides its recommendation's, in small letters. */
  readonly haystack: string;
}

/** What several actions amount to. */
export interface GroupSummary {
  /** The least good rating of its actions, and whether the group agreed all of those. */
  readonly lowest: RatingId;
  readonly lowestAgreed: boolean;
  /** How many actions there are, and how many of them are complete. */
  readonly actions: number;
  readonly complete: number;
  readonly evidenceCount: number;
  readonly lastUpdate?: IsoInstant;
}

export interface RecommendationView extends Omit<GroupSummary, "actions"> {
  readonly recommendation: Recommendation;
  readonly actions: readonly ActionView[];
  /** What a search looks in, in small letters. */
  readonly haystack: string;
}

/** A plan as the screens read it: folded, grouped, in the report's order. */
export interface PlanView {
  readonly open: OpenPlan;
  readonly scheme: RatingScheme;
  readonly recommendations: readonly RecommendationView[];
  readonly actions: ReadonlyMap<number, ActionView>;
  /** What the next moment of the plan is folded from. */
  readonly folded: FoldedPlan;
}

/**
 * The plan as it was opened. Given the same plan as it was `before`, whatever nobody touched since is the same object, so
 * that it is neither folded nor drawn again.
 */
export function viewPlan(open: OpenPlan, before?: PlanView): PlanView {
  const { scheme } = open.plan;
  const folded = foldAgain({ ...open, scheme }, before?.folded);
  const known = knownBy(before, folded);
  const byRecommendation = Map.groupBy(open.actions, (action) => action.recommendationId);
  const names = new Map(open.agencies.map((agency) => [agency.shortName, agency]));
  const recommendations = open.recommendations
    .toSorted((one, other) => one.order - other.order)
    .map((recommendation) => {
      const actions = (byRecommendation.get(recommendation.id) ?? []).toSorted(
        (one, other) => one.order - other.order,
      );
      const last = known.get(recommendation);
      return viewRecommendation({ names, folded }, { recommendation, actions }, last);
    });
  const views = recommendations.flatMap(({ actions }) => actions);
  return {
    open,
    scheme,
    recommendations,
    actions: new Map(views.map((view) => [view.action.id, view])),
    folded,
  };
}

/** The views that may still be right: none where the ratings or the agencies are others. */
function knownBy(
  before: PlanView | undefined,
  { scheme, agencies }: FoldedPlan,
): ReadonlyMap<Recommendation, RecommendationView> {
  if (before?.folded.scheme !== scheme || before.folded.agencies !== agencies) return new Map();
  return new Map(before.recommendations.map((each) => [each.recommendation, each]));
}

interface ViewedIn {
  readonly names: ReadonlyMap<string, Agency>;
  readonly folded: FoldedPlan;
}

/** `before`: the same recommendation's view, in which its actions and what was said of them may be others. */
function viewRecommendation(
  { names, folded }: ViewedIn,
  {
    recommendation,
    actions,
  }: Pick<RecommendationView, "recommendation"> & { readonly actions: readonly Action[] },
  before: RecommendationView | undefined,
): RecommendationView {
  const views = actions.flatMap((action, index): readonly ActionView[] => {
    const state = folded.actions.get(action.id)?.state;
    if (!state) return [];
    const last = before?.actions[index];
    const isSame = last?.action === action && last.state === state && last.of === actions.length;
    if (isSame) return [last];
    const place = { place: index + 1, of: actions.length };
    return [{ action, state, recommendation, ...place, haystack: wordsOf(action, names) }];
  });
  if (before && sameItems(before.actions, views)) return before;
  const { ref, text, addressees } = recommendation;
  const haystack = [ref, text, ...named(names, addressees)].join(" ").toLowerCase();
  return { recommendation, haystack, ...summarise(folded.scheme, views), actions: views };
}

/** What a search looks in of an action itself, in small letters. */
function wordsOf(action: Action, names: ReadonlyMap<string, Agency>): string {
  const own = [action.text, action.agencyAsPrinted, ...action.leads];
  return [...own, ...named(names, action.agencies)].join(" ").toLowerCase();
}

function named(names: ReadonlyMap<string, Agency>, shortNames: readonly string[]): string[] {
  return shortNames.flatMap((name) => [name, names.get(name)?.name ?? ""]);
}

export function summarise(scheme: RatingScheme, views: readonly ActionView[]): GroupSummary {
  const states = views.map(({ state }) => state);
  const lowest = leastGood(scheme, states.map(shownRating));
  const atLowest = states.filter((state) => shownRating(state) === lowest);
  const lastUpdate = states.reduce<IsoInstant | undefined>(
    (latest, state) => later(latest, state.lastUpdate),
    undefined,
  );
  return {
    lowest,
    lowestAgreed: atLowest.length > 0 && atLowest.every(({ agreed }) => agreed !== undefined),
    actions: views.length,
    complete: states.filter((state) => isComplete(scheme, shownRating(state))).length,
    evidenceCount: states.reduce((sum, state) => sum + state.evidenceCount, 0),
    ...(lastUpdate === undefined ? {} : { lastUpdate }),
  };
}

function later(one: IsoInstant | undefined, other: IsoInstant | undefined): IsoInstant | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return one > other ? one : other;
}

/** How many actions have each rating, best first; ratings that no action has only where the scheme names them. */
export function countRatings(view: PlanView): readonly { id: RatingId; count: number }[] {
  const shown = [...view.actions.values()].map(({ state }) => shownRating(state));
  const counts = Map.groupBy(shown, (id) => id);
  const own = view.scheme.ratings.map(({ id }) => id);
  const others = [...counts.keys()].filter((id) => !own.includes(id));
  return [...own, ...others].map((id) => ({ id, count: counts.get(id)?.length ?? 0 }));
}
