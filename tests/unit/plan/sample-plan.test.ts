import { describe, expect, it } from "vitest";
import { planted } from "#cli/sample/planted.ts";
import type { CheckId } from "#plan/checks/check.ts";
import {
  type SampleAction,
  type SampleEntry,
  type SamplePlan,
  type SampleRecommendation,
  samplePlan,
} from "#cli/sample/sample-plan.ts";
import { parseDueDate } from "#plan/due-date.ts";
import { type ActionState, foldAction, shownRating } from "#plan/fold.ts";
import { findBirthDates, findNhsNumbers } from "#plan/identifiers.ts";
import { addDays, dayOf, daysBetween, type IsoDate, weekday } from "#plan/iso-date.ts";
import type { Action, Agency } from "#plan/plan.ts";
import { brag, isComplete, isOnTarget, ratingOf } from "#plan/rating-scheme.ts";
import type { Entry, Update } from "#plan/record.ts";
import { isWorkingDay, workingDaysBetween } from "#plan/working-days.ts";

const days: readonly IsoDate[] = ["2026-11-21", "2024-02-29", "2031-07-01"];

interface Place {
  readonly ref: string;
  readonly action: SampleAction;
  readonly state: ActionState;
  readonly updates: readonly Update[];
  readonly recommendation: SampleRecommendation;
  readonly today: IsoDate;
}

/** What a check would ask of one action, put as plainly as can be. */
const finds: Readonly<Record<Exclude<CheckId, "no-answer">, (place: Place) => boolean>> = {
  "no-evidence": ({ state }) => claimsProgress(state) && state.evidenceCount === 0,
  "rated-by-default": ({ state, updates }) =>
    claimsProgress(state) && updates.every(({ kind }) => kind !== "progress"),
  stale: ({ state, today }) =>
    !state.closed &&
    (state.lastUpdate === undefined || daysBetween(dayOf(state.lastUpdate), today) > 90),
  overdue: ({ state, today }) =>
    state.due !== undefined && state.due < today && !isComplete(brag, shownRating(state)),
  "no-monitoring": ({ state }) => isComplete(brag, shownRating(state)) && !state.monitoring,
  "passed-on": ({ action, recommendation }) =>
    /GP practices will be asked to/.test(action.text) &&
    !recommendation.actions.some(({ agencies }) => agencies.includes("MGPF")),
  "activity-not-impact": ({ state, updates }) =>
    isComplete(brag, shownRating(state)) &&
    updates.flatMap(({ evidence }) => evidence).every(({ kind }) => kind === "activity"),
  "no-owner": ({ action }) => action.leads.length === 0,
  "no-date": ({ action }) => action.due === undefined,
  "not-measurable": ({ action }) =>
    !action.outcomeMeasure && !action.measureOfSuccess && !/\d|audit/i.test(action.text),
  slipping: ({ action, state }) =>
    state.timesRevised >= 2 ||
    (action.due !== undefined &&
      state.due !== undefined &&
      daysBetween(action.due, state.due) > 90),
  unanswered: ({ state, today }) =>
    state.openChallenges.some(({ due }) => due !== undefined && due < today),
  disagreement: ({ state, updates }) =>
    state.agreed !== undefined &&
    better(state.proposed, state.agreed) &&
    !updates.some(
      ({ created, evidenceCount }) => evidenceCount > 0 && created > (state.agreedAt ?? ""),
    ),
};

function claimsProgress(state: ActionState): boolean {
  return [state.proposed, state.agreed ?? state.proposed].some(
    (rating) => isOnTarget(brag, rating) || isComplete(brag, rating),
  );
}

function rank(id: string): number {
  return brag.ratings.indexOf(ratingOf(brag, id));
}

function better(one: string, other: string): boolean {
  return rank(one) >= 0 && rank(one) < rank(other);
}

function agenciesOf(plan: SamplePlan): Agency[] {
  return plan.agencies.map((agency, index) => ({
    ...agency,
    id: index + 1,
    folder: agency.shortName,
    group: agency.shortName,
  }));
}

function entriesOf(record: readonly SampleEntry[], action: Action): Entry[] {
  const ids = new Map(record.map(({ key }, index) => [key, index + 1]));
  return record.map((entry): Entry => {
    const stated = { id: ids.get(entry.key) ?? 0, actionId: action.id };
    if (entry.type === "decision") return { ...entry, ...stated };
    if (entry.type === "challenge") return { ...entry, ...stated, recommendationId: 1 };
    const challengeId = entry.answers === undefined ? undefined : ids.get(entry.answers);
    return {
      ...entry,
      ...stated,
      folder: entry.who,
      evidenceCount: entry.evidence.length,
      impactCount: entry.evidence.filter(({ kind }) => kind === "impact").length,
      ...(challengeId === undefined ? {} : { challengeId }),
    };
  });
}

function placesOf(plan: SamplePlan, today: IsoDate): Place[] {
  return plan.recommendations.flatMap((recommendation) =>
    recommendation.actions.map((action) => {
      const defined = { ...action, id: action.order, recommendationId: 1 };
      const entries = entriesOf(action.record, defined);
      return {
        ref: recommendation.ref,
        recommendation,
        action,
        today,
        state: foldAction(brag, agenciesOf(plan), defined, entries),
        updates: entries.filter((entry) => entry.type === "update"),
      };
    }),
  );
}

describe.each(days)("the sample plan as loaded on %s", (today) => {
  const plan = samplePlan(today);
  const places = placesOf(plan, today);

  it("has 12 recommendations and 45 actions, of which two thirds name several agencies", () => {
    expect(plan.recommendations.map(({ ref }) => ref)).toEqual(
      "1.1 1.2 1.3 1.4 2.1 2.2 2.3 3.1 3.2 3.3 4.1 4.2".split(" "),
    );
    expect(places).toHaveLength(45);
    const shared = places.filter(({ action }) => action.agencies.length > 1).length;
    expect(shared / places.length).toBeGreaterThan(0.6);
    expect(shared / places.length).toBeLessThan(0.75);
  });

  it("gives three agencies enough actions to be a lead officer's home", () => {
    const counts = plan.agencies.map(
      ({ shortName }) => places.filter(({ action }) => action.agencies.includes(shortName)).length,
    );
    expect(counts.filter((count) => count >= 10).length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...counts)).toBeGreaterThan(0);
  });

  it("lies between the inspection and today", () => {
    const { inspectionFrom, inspectionTo, published, submissionDue } = plan.plan;
    const dates = [inspectionFrom, inspectionTo, published, submissionDue, today].map(String);
    expect(dates).toEqual(dates.toSorted());
    expect(weekday(inspectionFrom ?? today)).toBe(1);
    expect(isWorkingDay(published ?? today)).toBe(true);
    expect(workingDaysBetween(published ?? today, submissionDue ?? today)).toBe(20);
    for (const { action } of places) {
      const created = action.record.map((entry) => entry.created);
      expect(created).toEqual(created.toSorted());
      expect(created.every((moment) => dayOf(moment) < today)).toBe(true);
      expect(created.every((moment) => dayOf(moment) > (published ?? today))).toBe(true);
    }
  });

  it("has a year of record of every kind, each entry with its own key and each note in its own words", () => {
    const record = places.flatMap(({ action }) => action.record);
    expect(new Set(record.map(({ key }) => key)).size).toBe(record.length);
    const kinds = record.map((entry) => (entry.type === "challenge" ? "challenge" : entry.kind));
    expect(new Set(kinds).size).toBe(3 + 5 + 1);
    expect(Math.max(...record.map(({ daysAgo }) => daysAgo))).toBeGreaterThan(330);
    const notes = record.flatMap((entry) => (entry.type === "update" ? [entry.note] : []));
    expect(new Set(notes).size).toBe(notes.length);
    expect(notes.length).toBeGreaterThan(100);
  });

  it("lets only an action's own agencies speak of it, and only them be asked", () => {
    for (const { action, state } of places) {
      expect(state.ignored).toEqual([]);
      const asked = action.record.flatMap((entry) =>
        entry.type === "challenge" ? [entry.agency] : [],
      );
      expect(asked.filter((agency) => !action.agencies.includes(agency))).toEqual([]);
    }
  });

  it("prints due dates as the parser reads them", () => {
    for (const { action } of places) {
      expect(parseDueDate(action.dueAsPrinted).due).toBe(action.due);
    }
  });

  it("names nobody and holds no identifier", () => {
    const text = JSON.stringify(plan);
    expect(findNhsNumbers(text)).toEqual([]);
    expect(findBirthDates(text)).toEqual([]);
    expect(text).not.toMatch(/\b(Mr|Mrs|Ms|Dr) [A-Z]/);
  });

  it.each(Object.keys(finds))("gives %s what is planted for it, and nothing else", (name) => {
    const check = Object.entries(finds).find(([each]) => each === name)?.[1];
    const found = places
      .filter((place) => check?.(place))
      .map(({ ref, action }) => `${ref} ${action.order}`);
    const expected = planted.filter((each) => each.check === name);
    expect(found).toEqual(expected.map(({ ref, actionOrder }) => `${ref} ${actionOrder}`));
    expect(found.length).toBeGreaterThan(0);
  });

  it("leaves an addressed agency without an action where no-answer is planted, and nowhere else", () => {
    const found = plan.recommendations
      .filter(({ addressees, actions }) =>
        addressees.some((name) => !actions.some(({ agencies }) => agencies.includes(name))),
      )
      .map(({ ref }) => ref);
    expect(found).toEqual(
      planted.filter(({ check }) => check === "no-answer").map(({ ref }) => ref),
    );
  });

  it("has challenges answered, waiting and past their date, and proposals that the group has yet to agree", () => {
    const due = places.flatMap(({ state }) => state.openChallenges.map((each) => each.due ?? ""));
    expect(due.some((date) => date < today)).toBe(true);
    expect(due.some((date) => date > today)).toBe(true);
    expect(places.some(({ updates }) => updates.some((each) => each.challengeId))).toBe(true);
    const waiting = places.filter(({ state }) => state.agreed && state.proposed !== state.agreed);
    expect(waiting.length).toBeGreaterThanOrEqual(3);
  });

  it("shows every rating, closed and reopened actions, a silent agency and a disagreement of agencies", () => {
    const shown = new Set(places.map(({ state }) => shownRating(state)));
    expect([...shown].toSorted()).toEqual(["amber", "blue", "green", "not-rated", "red"]);
    expect(places.some(({ state }) => state.closed)).toBe(true);
    expect(places.some(({ state }) => state.silent.length > 0)).toBe(true);
    expect(
      places.some(({ state }) => new Set(state.statements.map(({ rating }) => rating)).size > 1),
    ).toBe(true);
  });
});

function keys(plan: SamplePlan): unknown[] {
  return plan.recommendations.flatMap(({ actions }) =>
    actions.flatMap(({ record }) => record.map(({ key, daysAgo }) => [key, daysAgo])),
  );
}

it("the sample plan is the same but for its dates whenever it is loaded", () => {
  const [one, other] = [samplePlan("2026-11-21"), samplePlan(addDays("2026-11-21", 7))];
  expect(keys(one)).toEqual(keys(other));
});
