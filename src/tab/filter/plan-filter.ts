import { shownRating } from "#plan/fold.ts";
import { addDays, dayOf, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { ledBy, type Me, speaksFor } from "#plan/permissions.ts";
import { isComplete, notRated, type RatingId, type RatingScheme } from "#plan/rating-scheme.ts";
import { noAgency } from "#plan/no-agency.ts";
import { type UpdateAgeBucket, updateAgesOn } from "#plan/update-age.ts";
import { type FoundByChecks, isFound } from "./found.ts";
import type { ActionView } from "#tab/rows/plan-view.ts";

/** Past its day and not complete; within 30 days from today; without a day that could be read; a month; some days. */
export type DueFilter = "overdue" | "next-30" | "none" | `${number}-${number}` | DayRange;
type DayRange = `${IsoDate}..${IsoDate}`;

/** What the reader asked to see. An empty set, and what is left out, lets everything through. */
export interface PlanFilter {
  readonly search: string;
  /** By the rating that counts: the agreed one, else the proposed. */
  readonly ratings: ReadonlySet<RatingId>;
  readonly proposed: ReadonlySet<RatingId>;
  /** "not-rated" stands for those that the group has agreed nothing on. */
  readonly agreed: ReadonlySet<RatingId>;
  /** Short names; an action of several agencies is shown for each, and one of none for `noAgency`. */
  readonly agencies: ReadonlySet<string>;
  /** As printed. */
  readonly leads: ReadonlySet<string>;
  readonly due?: DueFilter | undefined;
  /** None attached; some; only such as shows activity; some that shows impact. */
  readonly evidence?: EvidenceFilter | undefined;
  /** Open, and not updated for more than this many days, or never. */
  readonly quietDays?: number | undefined;
  /** Open, and last updated so long ago. */
  readonly updated?: UpdateAgeBucket | undefined;
  /** Found by this assurance check, or by "any". */
  readonly check?: string | undefined;
  /** Of the reader's own agencies, or led by the reader. */
  readonly mine: boolean;
}

const evidenceFilters = ["none", "some", "activity", "impact"] as const;
export type EvidenceFilter = (typeof evidenceFilters)[number];

const nothing: ReadonlySet<string> = new Set();

export const noFilter: PlanFilter = {
  search: "",
  ratings: nothing,
  proposed: nothing,
  agreed: nothing,
  agencies: nothing,
  leads: nothing,
  mine: false,
};

/** What a filter needs to know besides the action. */
export interface FilterWorld {
  readonly scheme: RatingScheme;
  readonly today: IsoDate;
  readonly me: Me;
  /** Undefined until the checks have been run. */
  readonly found?: FoundByChecks | undefined;
}

/** True where the filter asks for anything that not every action has. */
export function isNarrow(filter: PlanFilter): boolean {
  return filter.search.trim() !== "" || narrowsActions(filter);
}

/** True where only actions can be let through, so that a recommendation without any is left out. */
export function narrowsActions(filter: PlanFilter): boolean {
  const { ratings, proposed, agreed, agencies, leads } = filter;
  const { due, evidence, quietDays, updated, check } = filter;
  const sets = [ratings, proposed, agreed, agencies, leads];
  const asked = [due, evidence, quietDays, updated, check].some((each) => each !== undefined);
  return filter.mine || asked || sets.some(({ size }) => size > 0);
}

/** Whether an action is let through, its words left aside. */
export function filterFor(filter: PlanFilter, world: FilterWorld): (view: ActionView) => boolean {
  const tests = [...setTests(filter), ...stateTests(filter, world)];
  return (view) => tests.every((test) => test(view));
}

type Test = (view: ActionView) => boolean;

function setTests(filter: PlanFilter): Test[] {
  const { ratings, proposed, agreed, agencies, leads } = filter;
  const tests: [ReadonlySet<string>, Test][] = [
    [ratings, ({ state }) => ratings.has(shownRating(state))],
    [proposed, ({ state }) => proposed.has(state.proposed)],
    [agreed, ({ state }) => agreed.has(state.agreed ?? notRated.id)],
    [agencies, ({ action }) => agenciesOf(action).some((agency) => agencies.has(agency))],
    [leads, ({ action }) => action.leads.some((lead) => leads.has(lead))],
  ];
  return tests.flatMap(([chosen, test]) => (chosen.size > 0 ? test : []));
}

function agenciesOf({ agencies }: ActionView["action"]): readonly string[] {
  return agencies.length > 0 ? agencies : [noAgency.shortName];
}

function stateTests(filter: PlanFilter, world: FilterWorld): Test[] {
  const { due, evidence, quietDays, updated, check, mine } = filter;
  return [
    due === undefined ? [] : dueTest(due, world),
    evidence === undefined ? [] : evidenceTests[evidence],
    quietDays === undefined ? [] : quietTest(quietDays, world),
    updated === undefined ? [] : ageTest(updated, world),
    check === undefined ? [] : checkTest(check, world),
    mine ? mineTest(world) : [],
  ].flat();
}

function ageTest(asked: UpdateAgeBucket, { today }: FilterWorld): Test {
  const ageOf = updateAgesOn(today);
  return ({ state }) => ageOf(state) === asked;
}

function mineTest({ me }: FilterWorld): Test {
  const leads = ledBy(me);
  return ({ action }) => speaksFor(me, action).length > 0 || leads(action);
}

function isDone({ state }: ActionView, scheme: RatingScheme): boolean {
  return state.closed || isComplete(scheme, shownRating(state));
}

function dueTest(due: DueFilter, { scheme, today }: FilterWorld): Test {
  if (due === "none") return ({ state }) => state.due === undefined;
  if (due === "overdue")
    return (view) =>
      view.state.due !== undefined && view.state.due < today && !isDone(view, scheme);
  if (due === "next-30") {
    const end = addDays(today, 30);
    return (view) => isWithin(view, today, end) && !isDone(view, scheme);
  }
  const [from = "", to = `${from}-31`] = due.split("..");
  return (view) => isWithin(view, from, to);
}

function isWithin({ state }: ActionView, from: string, to: string): boolean {
  return state.due !== undefined && state.due >= from && state.due <= to;
}

const evidenceTests: Record<EvidenceFilter, Test> = {
  none: ({ state }) => state.evidenceCount === 0,
  some: ({ state }) => state.evidenceCount > 0,
  activity: ({ state }) => state.evidenceCount > 0 && state.impactCount === 0,
  impact: ({ state }) => state.impactCount > 0,
};

function quietTest(days: number, { today }: FilterWorld): Test {
  const last = addDays(today, -days);
  return ({ state }) =>
    !state.closed && (state.lastUpdate === undefined || dayOf(state.lastUpdate) < last);
}

/** Before the checks have been run nothing is known to be found. */
function checkTest(check: string, { found }: FilterWorld): Test {
  return ({ action }) => isFound(found?.actions.get(action.id), check);
}

export function isDueFilter(text: string): text is DueFilter {
  if (["overdue", "next-30", "none"].includes(text)) return true;
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return true;
  const days = text.split("..");
  return days.length === 2 && days.every(isIsoDate);
}

const updateAges: readonly string[] = [
  "within30",
  "within60",
  "within90",
  "longer",
  "never",
] satisfies UpdateAgeBucket[];

export function isUpdateAge(text: string): text is UpdateAgeBucket {
  return updateAges.includes(text);
}

export function isEvidenceFilter(text: string): text is EvidenceFilter {
  return evidenceFilters.some((each) => each === text);
}
