import { describe, expect, it } from "vitest";
import { type Compared, planChanges } from "#plan/changes.ts";
import { definedOn, type DefinitionHistory } from "#plan/changes-in-definitions.ts";
import { compareWords } from "#plan/changes-in-words.ts";
import { changeTotals } from "#plan/changes-totals.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import {
  aChallenge,
  aDecision,
  agencies,
  anAction,
  anUpdate,
  aRecommendation as recommendation,
  community,
} from "./plan-data.ts";

const begun = "2026-06-01T09:00:00Z";
const unchanged: DefinitionHistory = { begun, recommendations: new Map(), actions: new Map() };

function compared(
  record: readonly Entry[],
  from: IsoDate = "2026-10-01",
  to: IsoDate = "2026-11-01",
  definitions = unchanged,
): Compared {
  const whole = {
    plan: { id: 1, title: "", regulator: "", scheme: brag },
    agencies,
    versions: [],
    record,
  };
  const now = { recommendations: [recommendation], actions: [anAction()] };
  return {
    before: planOnDate({ ...whole, ...definedOn(now, definitions, from) }, from),
    after: planOnDate({ ...whole, ...definedOn(now, definitions, to) }, to),
    record,
    definitions,
  };
}

const within = { created: "2026-10-10T09:00:00Z" };
const author = { id: 4, name: "Named Nurse" };
const dateAgreed = aDecision({
  ...within,
  kind: "date-agreed",
  date: "2026-12-31",
  reason: "Two posts vacant.",
});

describe("what changed", () => {
  it("keeps the agency's rating and the group's apart, with who said it and why", () => {
    const changes = planChanges(
      compared([
        anUpdate({ rating: "amber", created: "2026-09-01T09:00:00Z" }),
        anUpdate({ ...within, rating: "green", note: "Audit done.", author }),
        aDecision({ ...within, rating: "red", reason: "Not seen." }),
      ]),
    );
    expect(changes).toMatchObject([
      {
        kind: "rating",
        whose: "proposed",
        from: "amber",
        to: "green",
        direction: "up",
        said: "Audit done.",
        by: { author },
      },
      {
        kind: "rating",
        whose: "agreed",
        from: "not-rated",
        to: "red",
        direction: "beside",
        said: "Not seen.",
      },
    ]);
  });

  it("leaves out what was said before the first day's end and after the last's", () => {
    const record = [
      anUpdate({ rating: "amber", created: "2026-10-01T22:00:00Z" }),
      anUpdate({ rating: "green", created: "2026-11-02T09:00:00Z" }),
      aChallenge({ created: "2026-10-01T09:00:00Z" }),
      aChallenge({ created: "2026-11-02T09:00:00Z" }),
    ];
    expect(planChanges(compared(record))).toEqual([]);
  });

  it("has dates agreed, evidence by name, questions, and closing", () => {
    const changes = planChanges(
      compared([
        dateAgreed,
        anUpdate({
          ...within,
          evidence: [{ name: "Audit", url: "https://e.example", kind: "impact" }],
        }),
        aChallenge({ ...within, question: "Did it help?", actionId: undefined }),
        aDecision({ ...within, kind: "closed" }),
      ]),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(["closed", "due", "evidence", "challenge"]);
    expect(changes).toMatchObject([
      {},
      { from: "2026-09-30", to: "2026-12-31", said: "Two posts vacant." },
      { from: 0, to: 1, said: "Audit (impact)" },
      { said: "Did it help?", agencies: ["Acute"] },
    ]);
  });

  it("names a decision's reason for a date only where the group agreed one", () => {
    const [change] = planChanges(
      compared([
        dateAgreed,
        aDecision({
          created: "2026-10-11T09:00:00Z",
          kind: "monitoring-asked",
          date: "2027-06-30",
          reason: "Look again.",
        }),
      ]),
    );
    expect(change).toMatchObject({ kind: "due", to: "2026-12-31", said: "Two posts vacant." });
  });

  it("counts an action once, however much of it changed", () => {
    const changes = planChanges(
      compared([
        anUpdate({ rating: "amber", created: "2026-09-01T09:00:00Z" }),
        aDecision({ rating: "amber", created: "2026-09-01T09:00:00Z" }),
        anUpdate({ ...within, rating: "green" }),
        aDecision({ ...within, rating: "green" }),
        aDecision({ ...within, kind: "date-agreed", date: "2026-12-31" }),
      ]),
    );
    expect(changeTotals(changes)).toEqual({
      actions: 1,
      up: 1,
      down: 0,
      first: 0,
      later: 1,
      earlier: 0,
    });
  });
});

const rewritten = (at: string, first = begun): DefinitionHistory => ({
  ...unchanged,
  actions: new Map([
    [
      1,
      [
        { at: first, as: anAction({ text: "Audit records." }) },
        { at, as: anAction(), author },
      ],
    ],
  ]),
});

describe("what the plan said on a day", () => {
  it("has the words of that day, and names who changed them", () => {
    const changes = planChanges(
      compared([], "2026-10-01", "2026-11-01", rewritten("2026-10-20T10:00:00Z")),
    );
    expect(changes).toMatchObject([
      {
        kind: "words",
        field: "Action",
        from: "Audit records.",
        to: "Audit ten records a month.",
        by: { author },
      },
    ]);
  });

  it("has no action that was added later, and calls it new", () => {
    const history = rewritten("2026-10-21T10:00:00Z", "2026-10-20T10:00:00Z");
    expect(planChanges(compared([], "2026-10-01", "2026-11-01", history))).toMatchObject([
      { kind: "new" },
    ]);
  });

  it("tells an agency that an action was taken from it, and shows it the rating that changed with that", () => {
    const shared = anAction({ agencies: ["Acute", "Community"] });
    const history: DefinitionHistory = {
      ...unchanged,
      actions: new Map([
        [
          1,
          [
            { at: begun, as: shared },
            { at: "2026-10-20T10:00:00Z", as: anAction() },
          ],
        ],
      ]),
    };
    const record = [
      anUpdate({ rating: "green", created: "2026-09-01T09:00:00Z" }),
      anUpdate({ rating: "red", folder: community.folder, created: "2026-09-01T09:00:00Z" }),
    ];
    expect(planChanges(compared(record, "2026-10-01", "2026-11-01", history))).toMatchObject([
      { kind: "rating", from: "red", to: "green", agencies: ["Acute", "Community"] },
      { kind: "words", field: "Agencies", agencies: ["Acute", "Community"] },
    ]);
  });

  it("calls an action moved to another recommendation so, and not new", () => {
    const other = { ...recommendation, id: recommendation.id + 1, ref: "9.9", order: 9 };
    const whole = {
      plan: { id: 1, title: "", regulator: "", scheme: brag },
      agencies,
      versions: [],
      record: [],
      recommendations: [recommendation, other],
    };
    const on = (day: IsoDate, recommendationId: number) =>
      planOnDate({ ...whole, actions: [anAction({ recommendationId })] }, day);
    const changes = planChanges({
      before: on("2026-10-01", recommendation.id),
      after: on("2026-11-01", other.id),
      record: [aChallenge({ ...within, question: "Why there?" })],
      definitions: unchanged,
    });
    expect(changes).toMatchObject([
      { kind: "challenge", recommendation: { ref: recommendation.ref }, action: { id: 1 } },
      { kind: "words", field: "Recommendation", from: recommendation.ref, to: "9.9" },
    ]);
  });

  it("takes what came with the plan for what it said before that day too", () => {
    const history = rewritten("2026-06-01T15:00:00Z", "2026-06-01T09:59:59Z");
    const [first, later] = (["2026-05-01", "2026-06-01"] as const).map(
      (day) =>
        definedOn({ recommendations: [], actions: [anAction()] }, history, day).actions[0]?.text,
    );
    expect(first).toBe("Audit records.");
    expect(later).toBe("Audit ten records a month.");
  });
});

describe("words compared", () => {
  it("show the runs that went and came, and give both texts again", () => {
    const [from, to] = [
      "Each ward has leads identified, to be agreed.",
      "Each ward has a named lead, to be agreed.",
    ];
    const runs = compareWords(from, to);
    expect(runs.map(({ kind }) => kind)).toEqual(["same", "gone", "new", "same"]);
    const text = (left: string) =>
      runs
        .filter(({ kind }) => kind !== left)
        .map(({ words }) => words)
        .join("");
    expect(text("new")).toBe(from);
    expect(text("gone")).toBe(to);
  });

  it("take nothing for something", () => {
    expect(compareWords("", "Now said.")).toEqual([{ kind: "new", words: "Now said." }]);
    expect(compareWords("Same.", "Same.")).toEqual([{ kind: "same", words: "Same." }]);
  });
});
