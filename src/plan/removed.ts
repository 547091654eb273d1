import { dayOf, type IsoDate, type IsoInstant } from "./iso-date.ts";
import type { Action } from "./plan.ts";
import type { WholePlan } from "./plan-on-date.ts";
import type { Entry } from "./record.ts";

/** What SharePoint still tells of something that was deleted: of what the plan says, or of what was said of it. */
export interface Removal {
  readonly what: "recommendation" | "action" | Entry["type"];
  /** The id that it had in its list; no other item ever gets it. */
  readonly id: number;
  /** Left out where nothing says any more when it was. */
  readonly at?: IsoInstant | undefined;
  /** Who deleted it, and how it began: told only to whoever may look into the site's recycle bin. */
  readonly by?: string | undefined;
  readonly words?: string | undefined;
}

/** The same, with what the plan itself still holds of it. */
export interface RemovedItem extends Removal {
  /** Of the recommendation that an action stood under, as far as the record says and that is still there. */
  readonly ref?: string | undefined;
  /** Short names of the agencies that reported on it or were asked about it. */
  readonly agencies: readonly string[];
  /** What was said of it, oldest first as the record is. */
  readonly said: readonly Entry[];
  /** Of a recommendation: the actions that are left in their list with nothing to stand under. */
  readonly actions: readonly Action[];
}

/**
 * What was taken out of a plan, as SharePoint's log tells and, beyond the log, the plan's own record. SharePoint does not
 * say which plan a deleted item was of: `elsewhere` are those that nothing in this plan names.
 */
export function removedItems(
  whole: WholePlan,
  told: readonly Removal[],
): { readonly ofPlan: readonly RemovedItem[]; readonly elsewhere: readonly RemovedItem[] } {
  const gone = new Map(told.map((removal) => [keyOf(removal), removal]));
  for (const named of namedButGone(whole)) {
    const key = keyOf(named);
    if (!gone.has(key)) gone.set(key, named);
  }
  const { ofPlan = [], elsewhere = [] } = Object.groupBy(
    [...gone.values()].map((removal) => withTraces(whole, removal)),
    ({ said, actions }) => (said.length + actions.length > 0 ? "ofPlan" : "elsewhere"),
  );
  return { ofPlan, elsewhere };
}

/** Whether it was taken out after the end of one day and by the end of another; undefined where nothing says when. */
export function removedBetween({ at }: Removal, from: IsoDate, to: IsoDate): boolean | undefined {
  return at === undefined ? undefined : dayOf(at) > from && dayOf(at) <= to;
}

function keyOf({ what, id }: Pick<Removal, "what" | "id">): string {
  return `${what} ${id}`;
}

/** What the record and the actions name that is not in the plan. */
function namedButGone({ record, recommendations, actions }: WholePlan): readonly Removal[] {
  const missing = (
    what: Removal["what"],
    named: readonly (number | undefined)[],
    there: readonly { readonly id: number }[],
  ) => {
    const known = new Set<number | undefined>(there.map(({ id }) => id));
    return [...new Set(named)].flatMap((id) =>
      id === undefined || known.has(id) ? [] : [{ what, id }],
    );
  };
  const under = [...record, ...actions].map(({ recommendationId }) => recommendationId);
  return [
    ...missing("recommendation", under, recommendations),
    ...missing(
      "action",
      record.map(({ actionId }) => actionId),
      actions,
    ),
  ];
}

function withTraces(whole: WholePlan, removal: Removal): RemovedItem {
  const said = whole.record.filter((entry) => isAbout(entry, removal));
  const actions =
    removal.what === "recommendation"
      ? whole.actions.filter((each) => each.recommendationId === removal.id)
      : [];
  const under = said.find(({ recommendationId }) => recommendationId !== undefined);
  const ref = whole.recommendations.find((each) => each.id === under?.recommendationId)?.ref;
  return { ...removal, ref, said, actions, agencies: agenciesOf(whole, said, actions) };
}

function isAbout({ actionId, recommendationId }: Entry, { what, id }: Removal): boolean {
  if (what === "action") return actionId === id;
  return what === "recommendation" && actionId === undefined && recommendationId === id;
}

function agenciesOf(
  { agencies }: WholePlan,
  said: readonly Entry[],
  actions: readonly Action[],
): readonly string[] {
  const named = new Set(
    said.map((entry) => {
      if (entry.type === "decision") return undefined;
      if (entry.type === "challenge") return entry.agency;
      return agencies.find(({ folder }) => folder === entry.folder)?.shortName;
    }),
  );
  for (const shortName of actions.flatMap((action) => action.agencies)) named.add(shortName);
  return agencies.map(({ shortName }) => shortName).filter((shortName) => named.has(shortName));
}
