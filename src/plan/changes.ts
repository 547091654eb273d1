import { type DefinitionHistory, wordedBy } from "./changes-in-definitions.ts";
import { type ChangedField, changedInAction, changedInRecommendation } from "./changes-in-words.ts";
import { dayOf, type IsoDate, type IsoInstant } from "./iso-date.ts";
import type { Action, Recommendation } from "./plan.ts";
import {
  type ActionOnDate,
  type PlacedAction,
  placedActions,
  type PlanOnDate,
} from "./plan-on-date.ts";
import { notRated, type RatingId, type RatingScheme } from "./rating-scheme.ts";
import type { Challenge, Entry, Person } from "./record.ts";

/** What a change is about, and who made it. */
interface About {
  readonly recommendation: Recommendation;
  /** Left out where it is about the recommendation itself. */
  readonly action?: Action | undefined;
  /** Short names of those whose action or recommendation it is, and of those whose it was on the first day. */
  readonly agencies: readonly string[];
  /** The last of what was said that made it so; undefined where no record says. */
  readonly by?: { readonly author?: Person | undefined; readonly at: IsoInstant } | undefined;
  /** What was said with it. */
  readonly said?: string | undefined;
}

export type PlanChange = About &
  (
    | {
        readonly kind: "rating";
        /** Whose rating: an agency proposes, the group agrees; the two are never mixed. */
        readonly whose: "proposed" | "agreed";
        readonly from: RatingId;
        readonly to: RatingId;
        readonly direction: "up" | "down" | "beside";
      }
    | {
        readonly kind: "due";
        readonly from?: IsoDate | undefined;
        readonly to?: IsoDate | undefined;
      }
    | { readonly kind: "evidence"; readonly from: number; readonly to: number }
    | ({ readonly kind: "words" } & ChangedField)
    | { readonly kind: "challenge"; readonly challenge: Challenge }
    | { readonly kind: "closed" | "reopened" | "new" }
  );

export type ChangeKind = PlanChange["kind"];

export interface Compared {
  readonly before: PlanOnDate;
  readonly after: PlanOnDate;
  /** The whole record; questions on whole recommendations stand in no action's. */
  readonly record: readonly Entry[];
  readonly definitions: DefinitionHistory;
}

/**
 * What changed between the ends of two days, in the report's order: ratings, due dates, evidence, words, questions, what
 * is new, closed and reopened. What was deleted is in neither, and so none of these changes: see `removedItems`.
 */
export function planChanges(compared: Compared): readonly PlanChange[] {
  const { before, after, record } = compared;
  const old = new Map(
    before.recommendations.map(({ recommendation }) => [recommendation.id, recommendation]),
  );
  const oldActions = new Map(placedActions(before).map((each) => [each.action.id, each]));
  const nowActions = new Map(placedActions(after).map(({ action }) => [action.id, action]));
  const asked = Map.groupBy(
    record
      .filter((entry) => entry.type === "challenge")
      .filter((each) => isBetween(each, compared)),
    ({ recommendationId }) => recommendationId,
  );
  return after.recommendations.flatMap(({ recommendation, actions }): PlanChange[] => {
    const then = old.get(recommendation.id);
    return [
      ...(then ? rewritten(compared, then, recommendation) : [added(compared, recommendation)]),
      ...actions.flatMap((each) =>
        actionChanges(compared, recommendation, oldActions.get(each.action.id), each),
      ),
      ...(asked.get(recommendation.id) ?? []).map((challenge) =>
        questioned(recommendation, nowActions, challenge),
      ),
    ];
  });
}

function isBetween(
  { created }: Entry,
  { before, after }: Pick<Compared, "before" | "after">,
): boolean {
  const day = dayOf(created);
  return day > before.day && day <= after.day;
}

function rewritten(
  { after, definitions }: Compared,
  from: Recommendation,
  to: Recommendation,
): PlanChange[] {
  const by = wordedBy(definitions.recommendations, to.id, after.day);
  const agencies = allOf(to.addressees, from.addressees);
  return changedInRecommendation(from, to).map((field) => ({
    kind: "words",
    ...field,
    recommendation: to,
    agencies,
    by,
  }));
}

function added({ definitions }: Compared, recommendation: Recommendation): PlanChange {
  const by = definitions.recommendations.get(recommendation.id)?.[0];
  return { kind: "new", recommendation, agencies: recommendation.addressees, by };
}

function actionChanges(
  compared: Compared,
  recommendation: Recommendation,
  old: PlacedAction | undefined,
  now: ActionOnDate,
): PlanChange[] {
  const { action } = now;
  const agencies = allOf(action.agencies, old?.action.agencies ?? []);
  const about = { recommendation, action, agencies };
  const { definitions, after } = compared;
  if (!old) return [{ ...about, kind: "new", by: definitions.actions.get(action.id)?.[0] }];
  const by = wordedBy(definitions.actions, action.id, after.day);
  const said = now.record.filter((entry) => isBetween(entry, compared));
  return [
    ...ratings(after.plan.scheme, about, { old, now, said }),
    ...closing(about, { old, now, said }),
    ...dueDate(about, { old, now, said, by }),
    ...evidence(about, { old, now, said }),
    ...[...moved(old.recommendation, recommendation), ...changedInAction(old.action, action)].map(
      (field) => ({ ...about, kind: "words" as const, ...field, by }),
    ),
  ];
}

/** An action that stands under another recommendation than before is not a new one. */
function moved(from: Recommendation, to: Recommendation): readonly ChangedField[] {
  return from.id === to.id ? [] : [{ field: "Recommendation", from: from.ref, to: to.ref }];
}

function allOf(now: readonly string[], before: readonly string[]): readonly string[] {
  return [...new Set([...now, ...before])];
}

interface Between {
  readonly old: ActionOnDate;
  readonly now: ActionOnDate;
  /** What was said of it in between and counts, oldest first. */
  readonly said: readonly Entry[];
}

type Of = Pick<About, "recommendation" | "action" | "agencies">;

function ratings(scheme: RatingScheme, about: Of, { old, now, said }: Between): PlanChange[] {
  const pairs = [
    ["proposed", old.state.proposed, now.state.proposed, "update"],
    ["agreed", old.state.agreed ?? notRated.id, now.state.agreed ?? notRated.id, "decision"],
  ] as const;
  return pairs.flatMap(([whose, from, to, type]) => {
    if (from === to) return [];
    const last = said.findLast((entry) => entry.type === type && entry.rating !== undefined);
    const direction = directionOf(scheme, from, to);
    return { ...about, kind: "rating", whose, from, to, direction, ...saidBy(last) };
  });
}

/** Beside, where one of the two says nothing of progress. */
function directionOf(scheme: RatingScheme, from: RatingId, to: RatingId): "up" | "down" | "beside" {
  const [before, after] = [from, to].map((id) =>
    scheme.ratings.findIndex((each) => each.id === id),
  );
  if (before === undefined || after === undefined || before < 0 || after < 0) return "beside";
  return after < before ? "up" : "down";
}

function closing(about: Of, { old, now, said }: Between): PlanChange[] {
  if (old.state.closed === now.state.closed) return [];
  const kind = now.state.closed ? "closed" : "reopened";
  const last = said.findLast((entry) => entry.type === "decision" && entry.kind === kind);
  return [{ ...about, kind, ...saidBy(last) }];
}

function dueDate(about: Of, { old, now, said, by }: Between & Pick<About, "by">): PlanChange[] {
  const [from, to] = [old.state.due, now.state.due];
  if (from === to) return [];
  const last = said.findLast(
    (entry) =>
      entry.type === "decision" && entry.kind === "date-agreed" && entry.date !== undefined,
  );
  return [{ ...about, kind: "due", from, to, ...(last ? saidBy(last) : { by }) }];
}

function evidence(about: Of, { old, now, said }: Between): PlanChange[] {
  const [from, to] = [old.state.evidenceCount, now.state.evidenceCount];
  if (from === to) return [];
  const last = said.findLast((entry) => entry.type === "update" && entry.evidenceCount > 0);
  const names = said
    .flatMap((entry) => (entry.type === "update" ? entry.evidence : []))
    .map(({ name, kind }) => `${name} (${kind})`);
  const words = names.length > 0 ? names.join(", ") : undefined;
  return [{ ...about, kind: "evidence", from, to, ...saidBy(last), said: words }];
}

function questioned(
  recommendation: Recommendation,
  actions: ReadonlyMap<number | undefined, Action>,
  challenge: Challenge,
): PlanChange {
  // It stays where it was asked, wherever its action stands by now.
  const action = actions.get(challenge.actionId);
  const by = { author: challenge.author, at: challenge.created };
  return {
    kind: "challenge",
    challenge,
    recommendation,
    action,
    agencies: [challenge.agency],
    by,
    said: challenge.question,
  };
}

function saidBy(entry: Entry | undefined): Pick<About, "by" | "said"> {
  if (!entry) return {};
  const by = { author: entry.author, at: entry.created };
  if (entry.type === "update") return { by, said: entry.note };
  return { by, said: entry.type === "decision" ? entry.reason : entry.question };
}
