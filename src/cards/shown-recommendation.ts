import { foldAction, shownRating, type ActionState } from "#plan/fold.ts";
import type { IsoInstant } from "#plan/iso-date.ts";
import type { Action, Agency, Plan, Recommendation } from "#plan/plan.ts";
import { leastGood, notRated, ratingOf, type RatingId } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { plain, plainRef } from "./plain.ts";

/** What a card tells of a recommendation: what it asks for, what is done about it, and what was said of that. */
export interface ShownRecommendation {
  readonly plan: Plan;
  readonly agencies: readonly Agency[];
  readonly recommendation: Recommendation;
  /** Its own. */
  readonly actions: readonly Action[];
  readonly record: readonly Entry[];
}

/** Where one agency stands with its actions under a recommendation. */
export interface AgencyStanding {
  readonly agency: Agency;
  readonly actions: number;
  /** The least good rating shown of any of its actions. */
  readonly shown: RatingId;
  /** The least good of what it proposes itself; undefined where it has proposed nothing. */
  readonly proposed: RatingId | undefined;
  readonly lastUpdate: IsoInstant | undefined;
}

/** A line for each agency that has an action here or was addressed, in the order of the plan. */
export function standings(shown: ShownRecommendation): readonly AgencyStanding[] {
  const { plan, agencies, actions, record, recommendation } = shown;
  const states = actions.map((action) => ({
    action,
    state: foldAction(plan.scheme, agencies, action, record),
  }));
  return agencies
    .filter(({ shortName }) => isConcerned(shortName, recommendation, actions))
    .map((agency) => {
      const own = states.filter(({ action }) => action.agencies.includes(agency.shortName));
      const said = statementsOf(agency, own);
      return {
        agency,
        actions: own.length,
        shown:
          own.length > 0
            ? leastGood(
                plan.scheme,
                own.map(({ state }) => shownRating(state)),
              )
            : notRated.id,
        proposed:
          said.length > 0
            ? leastGood(
                plan.scheme,
                said.map(({ rating }) => rating),
              )
            : undefined,
        lastUpdate: lastUpdateOf(agency, own, record),
      };
    });
}

/** Which recommendation it is. */
export function aboutRecommendation({ recommendation, agencies }: ShownRecommendation) {
  const names = recommendation.addressees.map(
    (name) => agencies.find(({ shortName }) => shortName === name)?.name ?? name,
  );
  const shown = names.slice(0, 6).map((name) => plain(name, 80));
  const more = names.length - shown.length;
  const all = [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return {
    ref: plainRef(recommendation.ref),
    title: plain(recommendation.text, 240) || "Recommendation without a text",
    addressees: all ? `For ${all}` : "Addressed to nobody by name",
  };
}

/** "1 Blue, 2 Amber, 1 not rated": how many agencies stand where, best first. */
export function countsInWords({ plan }: ShownRecommendation, all: readonly AgencyStanding[]) {
  const counts = Map.groupBy(all, ({ shown }) => shown);
  const known = [...plan.scheme.ratings.map(({ id }) => id), notRated.id];
  const parts = [...new Set([...known, ...counts.keys()])].flatMap((id) => {
    const count = counts.get(id)?.length ?? 0;
    return count > 0 ? `${count} ${plain(ratingOf(plan.scheme, id).name, 40)}` : [];
  });
  return parts.join(", ") || "no agency has an action";
}

type OwnState = { readonly action: Action; readonly state: ActionState };

function isConcerned(
  shortName: string,
  { addressees }: Recommendation,
  actions: readonly Action[],
): boolean {
  return (
    addressees.includes(shortName) || actions.some(({ agencies }) => agencies.includes(shortName))
  );
}

function statementsOf({ shortName }: Agency, own: readonly OwnState[]) {
  return own.flatMap(({ state }) => state.statements.filter(({ agency }) => agency === shortName));
}

function lastUpdateOf(
  { folder }: Agency,
  own: readonly OwnState[],
  record: readonly Entry[],
): IsoInstant | undefined {
  const ids = new Set(own.map(({ action }) => action.id));
  return record
    .filter((entry) => entry.type === "update")
    .filter((entry) => entry.folder === folder && ids.has(entry.actionId ?? 0))
    .map(({ created }) => created)
    .toSorted()
    .at(-1);
}
