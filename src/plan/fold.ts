import { unansweredChallenges } from "./challenge-states.ts";
import type { IsoDate, IsoInstant } from "./iso-date.ts";
import type { Action, Agency } from "./plan.ts";
import { isPartLost } from "./lost-statements.ts";
import {
  knownOrNotRated,
  leastGood,
  notRated,
  type RatingId,
  type RatingScheme,
} from "./rating-scheme.ts";
import { byCreatedThenId, onceEach } from "./record-order.ts";
import type { Challenge, Decision, Entry, Update } from "./record.ts";

/** What one agency of an action says now. */
export interface Statement {
  readonly agency: string;
  readonly rating: RatingId;
  readonly at: IsoInstant;
}

/** Somebody is to look again whether the change held. */
export interface LaterCheck {
  /** An agency or a role, as said in the meeting. */
  readonly by?: string | undefined;
  readonly on: IsoDate;
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
  /** The same, while nobody has said since what that check found and the action is not open again. */
  readonly laterCheck?: LaterCheck;
  /** Questions about it that the agency they were put to has not answered. */
  readonly openChallenges: readonly Challenge[];
  /** Statements that do not count, because they stand in the folder of an agency that is not the action's. */
  readonly ignored: readonly Update[];
  /** Closings that do not count, because whoever recorded them had spoken for the action. */
  readonly ownClosings: readonly Decision[];
}

/** Agreed beats proposed wherever one rating is shown. */
export function shownRating(state: Pick<ActionState, "agreed" | "proposed">): RatingId {
  return state.agreed ?? state.proposed;
}

/** An action's state follows from the record alone. Statements from another agency's folder do not count. */
export function foldAction(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  action: Action,
  record: readonly Entry[],
): ActionState {
  const sifted = sift(agencies, action, record);
  const { entries, counted, ignored, ownClosings, decisions } = sifted;
  return {
    ...ratings(scheme, agencies, action, sifted),
    ...monitoring(counted, decisions),
    ...dates(action, counted, decisions),
    ...activity(counted),
    openChallenges: unansweredChallenges(agencies, entries),
    ignored: ignored.filter((update) => !isAnswer(update)),
    ownClosings,
  };
}

/** The rating that counts of an action, which is a small part of its state. */
export function foldRating(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  action: Action,
  record: readonly Entry[],
): RatingId {
  return shownRating(ratings(scheme, agencies, action, sift(agencies, action, record)));
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

interface Sifted {
  /** The action's agencies by the folder they write in. */
  readonly spoken: ReadonlyMap<string, string>;
  readonly entries: readonly Entry[];
  readonly counted: readonly Update[];
  readonly ignored: readonly Update[];
  readonly decisions: readonly Decision[];
  readonly ownClosings: readonly Decision[];
}

/** What was said of an action, once each and oldest first, and what of it counts. */
function sift(agencies: readonly Agency[], action: Action, record: readonly Entry[]): Sifted {
  const spoken = spokenFor(agencies, action);
  const entries = onceEach(record.filter((entry) => entry.actionId === action.id));
  const [counted, ignored] = partition(
    entries.filter((entry) => entry.type === "update"),
    (update) => spoken.has(update.folder),
  );
  const [ownClosings, decisions] = partition(
    entries.filter((entry) => entry.type === "decision"),
    (decision) => isOwnClosing(decision, counted),
  );
  return { spoken, entries, counted, ignored, decisions, ownClosings };
}

function ratings(
  scheme: RatingScheme,
  agencies: readonly Agency[],
  action: Action,
  { spoken, counted, ignored, decisions }: Sifted,
): ReturnType<typeof proposals> & ReturnType<typeof agreement> {
  return {
    ...proposals(scheme, action, spoken, counted),
    ...(isPartLost(agencies, action, ignored) ? { proposed: notRated.id } : {}),
    ...agreement(scheme, decisions),
  };
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
): Pick<ActionState, "agreed" | "agreedAt" | "closed"> {
  const rated = decisions.findLast(({ rating }) => rating !== undefined);
  // One of which nobody knows what it was may have opened the action again.
  const turned = decisions.findLast(
    (each) => each.kind === "closed" || each.kind === "reopened" || isOfUnknownKind(each),
  );
  return {
    ...(rated?.rating === undefined
      ? {}
      : { agreed: knownOrNotRated(scheme, rated.rating), agreedAt: rated.created }),
    closed: turned?.kind === "closed",
  };
}

function isOfUnknownKind({ faults }: Decision): boolean {
  return faults?.some(({ column }) => column === "Kind") ?? false;
}

function monitoring(
  updates: readonly Update[],
  decisions: readonly Decision[],
): Pick<ActionState, "monitoring" | "laterCheck"> {
  const asked = decisions.findLast(
    ({ kind, checkOn }) => kind === "monitoring-asked" || checkOn !== undefined,
  );
  if (!asked) return {};
  const { checkBy: by, checkOn: on } = asked;
  const settled =
    updates.some((each) => each.kind === "monitoring" && each.created >= asked.created) ||
    decisions.some((each) => each.kind === "reopened" && byCreatedThenId(asked, each) < 0);
  return { monitoring: asked, ...(on === undefined || settled ? {} : { laterCheck: { by, on } }) };
}

/** Nobody closes what they reported on themselves (docs/decisions/0017). */
function isOwnClosing(decision: Decision, updates: readonly Update[]): boolean {
  return (
    decision.kind === "closed" &&
    decision.authorId !== undefined &&
    updates.some(
      (update) => update.authorId === decision.authorId && byCreatedThenId(update, decision) < 0,
    )
  );
}

/** An agency that was asked may have to answer on another one's action; it rates nothing by that. */
function isAnswer({ kind, challengeId, rating }: Update): boolean {
  return kind === "response" && challengeId !== undefined && rating === undefined;
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
