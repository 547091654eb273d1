import type { IsoDate, IsoInstant } from "./iso-date.ts";
import type { Action, Agency } from "./plan.ts";
import {
  knownOrNotRated,
  leastGood,
  notRated,
  type RatingId,
  type RatingScheme,
} from "./rating-scheme.ts";
import type { Challenge, Decision, Entry, Update } from "./record.ts";

/** What one agency of an action says now. */
export interface Statement {
  readonly agency: string;
  readonly rating: RatingId;
  readonly at: IsoInstant;
}

/** Where an action stands, as follows from its record and nothing else. */
export interface ActionState {
  /** The least good of what its agencies propose; "not-rated" while none has. */
  readonly proposed: RatingId;
  /** When the newest of those statements was made. */
  readonly proposedAt?: IsoInstant | undefined;
  readonly statements: readonly Statement[];
  /** Agencies of the action that have proposed nothing. */
  readonly silent: readonly string[];
  /** The group's rating: the one that counts. */
  readonly agreed?: RatingId | undefined;
  readonly agreedAt?: IsoInstant | undefined;
  readonly closed: boolean;
  /** The due date that counts: the newest agreed one, else the action's own. */
  readonly due?: IsoDate | undefined;
  /** The newest later date that an agency asked for, while the group has agreed none since. */
  readonly dateAskedFor?: IsoDate | undefined;
  readonly timesRevised: number;
  readonly lastUpdate?: IsoInstant | undefined;
  readonly evidenceCount: number;
  /** How many pieces of that evidence show what the action changed. */
  readonly impactCount: number;
  /** The newest decision to have it checked later that the change held. */
  readonly monitoring?: Decision;
  /** Questions about it that the agency they were put to has not answered. */
  readonly openChallenges: readonly Challenge[];
  /** Statements that do not count, because they stand in the folder of an agency that is not the action's. */
  readonly ignored: readonly Update[];
}

/** Agreed beats proposed wherever one rating is shown. */
export function shownRating(state: ActionState): RatingId {
  return state.agreed ?? state.proposed;
}

/** An action's state follows from the record alone. Statements from another agency's folder do not count. */
export function foldAction(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  action: Action,
  record: readonly Entry[],
): ActionState {
  const spoken = spokenFor(agencies, action);
  const entries = onceEach(record.filter((entry) => entry.actionId === action.id));
  const [counted, ignored] = partition(
    entries.filter((entry) => entry.type === "update"),
    (update) => spoken.has(update.folder),
  );
  const decisions = entries.filter((entry) => entry.type === "decision");
  return {
    ...proposals(scheme, action, spoken, counted),
    ...agreement(scheme, decisions),
    ...dates(action, counted, decisions),
    ...activity(counted),
    openChallenges: unansweredChallenges(agencies, entries),
    ignored,
  };
}

/** Every action's state, by action id, in one pass over the record. */
export function foldPlan(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  actions: readonly Action[],
  record: readonly Entry[],
): ReadonlyMap<number, ActionState> {
  const byAction = Map.groupBy(record, (entry) => entry.actionId);
  return new Map(
    actions.map((action) => [
      action.id,
      foldAction(scheme, agencies, action, byAction.get(action.id) ?? []),
    ]),
  );
}

/**
 * The challenges in a record that wait for an answer, oldest first, those on a whole recommendation among them. An
 * answer counts from the folder of the agency that was asked and from no other; the group may resolve one without it.
 */
export function unansweredChallenges(
  agencies: readonly Agency[],
  record: readonly Entry[],
): readonly Challenge[] {
  const speaker = new Map(agencies.map(({ folder, shortName }) => [folder, shortName]));
  const answers = new Set(
    record
      .filter((entry) => entry.type === "update")
      .map(({ challengeId, folder }) => `${challengeId} ${speaker.get(folder)}`),
  );
  const resolved = new Set(
    record
      .filter((entry) => entry.type === "decision")
      .filter(({ kind }) => kind === "challenge-resolved")
      .map(({ challengeId }) => challengeId),
  );
  return onceEach(record)
    .filter((entry) => entry.type === "challenge")
    .filter(({ id, agency }) => !answers.has(`${id} ${agency}`) && !resolved.has(id));
}

/** The order in which things were said: SharePoint's moment, then its number. */
export function byCreatedThenId(one: Entry, other: Entry): number {
  if (one.created !== other.created) return one.created < other.created ? -1 : 1;
  return one.id - other.id;
}

/**
 * Two items with one key are one statement sent twice; the first counts. Only within a folder, so that nobody's item
 * can hide another agency's; and an item without a key was made by hand in SharePoint and stands for itself.
 */
function onceEach(record: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return record.toSorted(byCreatedThenId).filter((entry) => {
    if (entry.key === "") return true;
    const name = [entry.type, entry.type === "update" ? entry.folder : "", entry.key].join("\n");
    return seen.has(name) ? false : Boolean(seen.add(name));
  });
}

/** The action's agencies by the folder they write in. */
function spokenFor(agencies: readonly Agency[], action: Action): ReadonlyMap<string, string> {
  return new Map(
    agencies
      .filter((agency) => action.agencies.includes(agency.shortName))
      .map((agency) => [agency.folder, agency.shortName]),
  );
}

function proposals(
  scheme: RatingScheme,
  action: Action,
  spoken: ReadonlyMap<string, string>,
  updates: readonly Update[],
): Pick<ActionState, "proposed" | "proposedAt" | "statements" | "silent"> {
  const latest = new Map<string, Statement>();
  for (const { folder, rating, created } of updates) {
    const agency = spoken.get(folder);
    if (!agency || !rating) continue;
    latest.set(agency, { agency, rating: knownOrNotRated(scheme, rating), at: created });
  }
  const statements = [...latest.values()];
  const newest = statements
    .map(({ at }) => at)
    .toSorted()
    .at(-1);
  return {
    proposed:
      statements.length > 0
        ? leastGood(
            scheme,
            statements.map(({ rating }) => rating),
          )
        : notRated.id,
    ...(newest === undefined ? {} : { proposedAt: newest }),
    statements,
    silent: action.agencies.filter((agency) => !latest.has(agency)),
  };
}

function agreement(
  scheme: RatingScheme,
  decisions: readonly Decision[],
): Pick<ActionState, "agreed" | "agreedAt" | "closed" | "monitoring"> {
  const rated = decisions.findLast(({ rating }) => rating !== undefined);
  const monitoring = decisions.findLast(
    ({ kind, checkOn }) => kind === "monitoring-asked" || checkOn !== undefined,
  );
  const turned = decisions.findLast(({ kind }) => kind === "closed" || kind === "reopened");
  return {
    ...(rated?.rating === undefined
      ? {}
      : { agreed: knownOrNotRated(scheme, rated.rating), agreedAt: rated.created }),
    closed: turned?.kind === "closed",
    ...(monitoring ? { monitoring } : {}),
  };
}

function dates(
  action: Action,
  updates: readonly Update[],
  decisions: readonly Decision[],
): Pick<ActionState, "due" | "dateAskedFor" | "timesRevised"> {
  const agreed = decisions.filter(({ kind, date }) => kind === "date-agreed" && date !== undefined);
  const last = agreed.at(-1);
  const asked = updates.findLast(({ revisedDate }) => revisedDate !== undefined);
  const due = last?.date ?? action.due;
  const open = asked?.revisedDate !== undefined && (!last || byCreatedThenId(last, asked) < 0);
  return {
    ...(due === undefined ? {} : { due }),
    ...(open && asked.revisedDate !== undefined ? { dateAskedFor: asked.revisedDate } : {}),
    timesRevised: agreed.length,
  };
}

function activity(
  updates: readonly Update[],
): Pick<ActionState, "lastUpdate" | "evidenceCount" | "impactCount"> {
  const last = updates.at(-1);
  return {
    ...(last ? { lastUpdate: last.created } : {}),
    evidenceCount: updates.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0),
    impactCount: updates.reduce((sum, { impactCount }) => sum + impactCount, 0),
  };
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}
