import { describe, expect, it } from "vitest";
import { checks, type Finding, runChecks } from "#plan/checks.ts";
import { foldPlan } from "#plan/fold.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Action, PlanSettings, Recommendation } from "#plan/plan.ts";
import { brag, peerChecked, type RatingScheme } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import {
  aChallenge,
  aDecision,
  agencies,
  anAction,
  anUpdate,
  community,
  council,
} from "../plan-data.ts";

const today: IsoDate = "2026-07-01";

interface Checked {
  readonly of?: Partial<Action>;
  readonly record?: readonly Entry[];
  readonly on?: IsoDate;
  readonly settings?: PlanSettings["checks"];
  readonly scheme?: RatingScheme;
  readonly recommendation?: Partial<Recommendation>;
  readonly beside?: readonly Action[];
}

function findings(id: Finding["check"], checked: Checked = {}): readonly Finding[] {
  const { record = [], on = today, settings, scheme = brag, beside = [] } = checked;
  const actions = [anAction(checked.of), ...beside];
  const plan = { id: 1, title: "Plan", regulator: "CQC", scheme, published: "2026-01-05" } as const;
  const recommendation = {
    id: 1,
    ref: "2.1",
    order: 1,
    text: "Train.",
    addressees: ["Acute"],
    paragraphs: [],
    ...checked.recommendation,
  };
  return runChecks({
    plan: { ...plan, settings: { checks: settings } },
    agencies,
    recommendations: [recommendation],
    actions,
    states: foldPlan(scheme, agencies, actions, record),
    record,
    today: on,
  }).filter(({ check }) => check === id);
}

const weights = (id: Finding["check"], checked?: Checked) =>
  findings(id, checked).map(({ weight }) => weight);
const green = anUpdate({ rating: "green" });
const blue = anUpdate({ rating: "blue" });
const closed = aDecision({ kind: "closed", checkBy: "Board", checkOn: "2026-12-01" });
const shown = { name: "Audit", url: "https://trust.example/audit" } as const;
const activity = { ...shown, kind: "activity" } as const;
const impact = { ...shown, kind: "impact" } as const;

const named = (text: string, beside?: readonly Action[]) =>
  findings("passed-on", { of: { text }, ...(beside ? { beside } : {}) });
const putOff = (date: IsoDate, created = "2026-06-01T09:00:00Z") =>
  aDecision({ kind: "date-agreed", date, created });

it("has the checks of the domain, each with a title and why it is asked", () => {
  expect(checks.map(({ id }) => id)).toEqual([
    "no-evidence",
    "rated-by-default",
    "stale",
    "overdue",
    "no-monitoring",
    "passed-on",
    "activity-not-impact",
    "no-owner",
    "no-date",
    "not-measurable",
    "slipping",
    "no-answer",
    "unanswered",
    "disagreement",
  ]);
  for (const { title, why } of checks)
    expect([title, why]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\.$/)]);
});

it("finds the same in the same plan on the same day", () => {
  const checked = { record: [green, aChallenge({ due: "2026-06-01" })], of: { leads: [] } };
  expect(findings("unanswered", checked)).toEqual(findings("unanswered", checked));
});

describe("a check that the plan switches off", () => {
  it("finds nothing, and the others go on", () => {
    const settings = { "no-evidence": { off: true } };
    expect(findings("no-evidence", { record: [green], settings })).toEqual([]);
    expect(findings("no-owner", { of: { leads: [] }, settings })).toHaveLength(1);
  });
});

describe("no-evidence and rated-by-default", () => {
  it("look at what is claimed, whoever claims it, and at nothing that is closed or honest", () => {
    expect(weights("no-evidence", { record: [green] })).toEqual(["plain"]);
    expect(weights("no-evidence", { record: [blue] })).toEqual(["strong"]);
    const agreed = [anUpdate({ rating: "amber" }), aDecision({ rating: "green" })];
    expect(weights("no-evidence", { record: agreed })).toEqual(["plain"]);
    expect(weights("no-evidence", { record: [anUpdate({ rating: "amber" })] })).toEqual([]);
    expect(weights("no-evidence", { record: [blue, closed] })).toEqual([]);
    expect(
      weights("no-evidence", { record: [{ ...green, evidence: [activity], evidenceCount: 1 }] }),
    ).toEqual([]);
  });

  it("mean what the plan's scheme means: Green of one is complete, of another on target", () => {
    expect(weights("no-evidence", { record: [green], scheme: peerChecked })).toEqual(["strong"]);
  });

  it("find a rating that came without a report", () => {
    expect(weights("rated-by-default", { record: [aDecision({ rating: "green" })] })).toEqual([
      "strong",
    ]);
    expect(weights("rated-by-default", { record: [{ ...green, kind: "response" }] })).toEqual([
      "strong",
    ]);
    expect(weights("rated-by-default", { record: [green] })).toEqual([]);
    expect(
      weights("rated-by-default", {
        record: [{ ...green, folder: council.folder }, aDecision({ rating: "green" })],
      }),
    ).toEqual(["strong"]);
  });
});

describe("stale", () => {
  it("is the day after 90 days, or after as many as the plan allows", () => {
    expect(findings("stale", { record: [green], on: "2026-08-30" })).toEqual([]);
    expect(weights("stale", { record: [green], on: "2026-08-31" })).toEqual(["strong"]);
    const settings = { stale: { days: 30 } };
    expect(findings("stale", { record: [green], on: "2026-07-01", settings })).toEqual([]);
    expect(findings("stale", { record: [green], on: "2026-07-02", settings })).toHaveLength(1);
  });

  it("of what was never reported on counts from publication, and asks the silent agency", () => {
    expect(findings("stale", { on: "2026-04-05" })).toEqual([]);
    expect(weights("stale", { on: "2026-04-06" })).toEqual(["plain"]);
    const shared = { of: { agencies: ["Acute", "Community"] }, record: [green] };
    expect(findings("stale", { ...shared, on: "2026-12-01" })).toMatchObject([
      { agency: "Community" },
    ]);
  });
});

describe("overdue", () => {
  it("is past the date that counts, and strong where it is still rated on target", () => {
    expect(findings("overdue", { record: [green], on: "2026-09-30" })).toEqual([]);
    expect(weights("overdue", { record: [green], on: "2026-10-01" })).toEqual(["strong"]);
    expect(weights("overdue", { on: "2026-10-01" })).toEqual(["plain"]);
    const moved = aDecision({ kind: "date-agreed", date: "2026-10-31" });
    expect(findings("overdue", { record: [green, moved], on: "2026-10-01" })).toEqual([]);
  });

  it("is not what is complete, closed, or not to be done", () => {
    for (const record of [[blue], [green, closed], [anUpdate({ rating: "not-applicable" })]]) {
      expect(findings("overdue", { record, on: "2027-10-01" })).toEqual([]);
    }
  });
});

describe("no-monitoring", () => {
  it("asks who will look again, and once the day has passed what was found", () => {
    expect(weights("no-monitoring", { record: [blue] })).toEqual(["plain"]);
    expect(findings("no-monitoring", { record: [blue, closed], on: "2026-12-01" })).toEqual([]);
    expect(findings("no-monitoring", { record: [blue, closed], on: "2026-12-02" })).toMatchObject([
      {
        weight: "strong",
        says: expect.stringContaining("Board was to check again on 1 December 2026"),
      },
    ]);
    const looked = anUpdate({ kind: "monitoring", created: "2026-11-30T09:00:00Z" });
    expect(findings("no-monitoring", { record: [blue, closed, looked], on: "2027-12-02" })).toEqual(
      [],
    );
    expect(findings("no-monitoring", { record: [green] })).toEqual([]);
  });
});

describe("passed-on", () => {
  it.each([
    "Schools will be asked to send a list.",
    "This action is for the Council.",
    "Review the form. To be taken forward by the Community Trust.",
    "We will ask the Council to write to parents.",
    "Responsibility rests with Council.",
    "Refer to the Council.",
    "Pathway reviewed. This has been referred to Council.",
    "Pathway agreed; for Council to take forward.",
    "For the Council to progress.",
    "Council to lead on this.",
    "Review the form. Council will take this forward with schools.",
    "Review the form (lead: Council).",
    "Lead agency: Council",
    "Council and Community to pick this up.",
  ])("finds %s", (text) => {
    expect(named(text)).toHaveLength(1);
  });

  it.each([
    "Staff ask every woman twice.",
    "To be led by the Named Nurse.",
    "Acute will be asked to report.",
    "Train staff of the Council.",
    "Children referred to the Council are seen within ten days.",
    "Refer to the guidance on consent.",
    "We will work with the Council to progress it.",
    "Acute and Council to lead on this.",
    "Time for the Board to lead.",
    "Meet the Council to address it.",
    "Lead: Named Nurse",
    "Acute to progress with the Council.",
  ])("does not find %s", (text) => {
    expect(named(text)).toEqual([]);
  });

  it("finds nothing where the agency named has an action under the recommendation", () => {
    const theirs = anAction({ id: 2, agencies: ["Council"] });
    expect(named("This action is for the Council.", [theirs])).toEqual([]);
  });
});

describe("activity-not-impact", () => {
  const done = anUpdate({ rating: "blue", evidence: [activity] });

  it("is stronger where the action names no measure at all", () => {
    expect(weights("activity-not-impact", { record: [done] })).toEqual(["strong"]);
    expect(
      weights("activity-not-impact", { record: [done], of: { outcomeMeasure: "90% trained." } }),
    ).toEqual(["plain"]);
  });

  it("is not asked of what shows impact, shows nothing at all, or is under way", () => {
    expect(
      findings("activity-not-impact", { record: [done, anUpdate({ evidence: [impact] })] }),
    ).toEqual([]);
    expect(findings("activity-not-impact", { record: [blue] })).toEqual([]);
    expect(findings("activity-not-impact", { record: [{ ...done, rating: "green" }] })).toEqual([]);
  });
});

describe("no-owner, no-date and not-measurable", () => {
  const vague = {
    text: "Raise awareness of neglect.",
    due: undefined,
    dueAsPrinted: "Ongoing",
    leads: [],
  };

  it("are asked of what is open, and not of what is complete", () => {
    for (const id of ["no-owner", "no-date", "not-measurable"] as const) {
      expect(findings(id, { of: vague })).toHaveLength(1);
      expect(findings(id)).toEqual([]);
      expect(findings(id, { of: vague, record: [blue] })).toEqual([]);
    }
  });

  it("say what stands where a date should be, and take a date that the group agreed", () => {
    expect(findings("no-date", { of: vague })[0]?.says).toContain("“Ongoing”");
    const agreed = aDecision({ kind: "date-agreed", date: "2026-12-31" });
    expect(findings("no-date", { of: vague, record: [agreed] })).toEqual([]);
  });
});

describe("slipping", () => {
  it("is a second delay, or one of more than 90 days", () => {
    expect(findings("slipping", { record: [putOff("2026-12-29")] })).toEqual([]);
    expect(findings("slipping", { record: [putOff("2026-12-30")] })[0]?.says).toBe(
      "Put off once from 30 September 2026 to 30 December 2026, 91 days in all.",
    );
    const twice = [putOff("2026-10-01"), putOff("2026-10-02", "2026-06-02T09:00:00Z")];
    expect(findings("slipping", { record: twice })[0]?.says).toContain("Put off twice");
    expect(
      findings("slipping", {
        record: [putOff("2026-10-31")],
        settings: { slipping: { days: 30 } },
      }),
    ).toHaveLength(1);
  });
});

describe("no-answer", () => {
  it("is one finding for each addressee without an action, about the recommendation", () => {
    const recommendation = { addressees: ["Acute", "The Community Trust (Community)", "Police"] };
    expect(
      findings("no-answer", { recommendation }).map(({ agency, actionId }) => [agency, actionId]),
    ).toEqual([
      ["Community", undefined],
      ["Police", undefined],
    ]);
  });
});

describe("unanswered", () => {
  it("is asked of questions on an action and on the whole recommendation, once their day has passed", () => {
    const onAction = aChallenge({ due: "2026-06-30" });
    const onWhole = aChallenge({ due: "2026-06-30", actionId: undefined, agency: "Council" });
    const record = [onAction, onWhole, aChallenge({ due: "2026-07-01" }), aChallenge()];
    expect(findings("unanswered", { record })).toMatchObject([
      { agency: "Council" },
      { agency: "Acute", actionId: 1 },
    ]);
    const answered = anUpdate({ kind: "response", challengeId: onAction.id });
    expect(findings("unanswered", { record: [...record, answered] })).toHaveLength(1);
  });
});

describe("disagreement", () => {
  const agreed = aDecision({ rating: "amber", created: "2026-06-02T09:00:00Z" });
  const better = anUpdate({ rating: "green", created: "2026-06-03T09:00:00Z" });

  it("is a better rating than agreed with nothing new attached", () => {
    expect(weights("disagreement", { record: [agreed, better] })).toEqual(["strong"]);
    expect(findings("disagreement", { record: [agreed, { ...better, rating: "red" }] })).toEqual(
      [],
    );
    expect(
      findings("disagreement", { record: [agreed, { ...better, rating: "not-applicable" }] }),
    ).toEqual([]);
    const shows = { ...better, evidence: [impact], evidenceCount: 1 };
    expect(findings("disagreement", { record: [agreed, shows] })).toEqual([]);
  });

  it("counts no evidence from before, or from another agency", () => {
    const before = anUpdate({ evidence: [impact], created: "2026-06-01T09:00:00Z" });
    expect(findings("disagreement", { record: [before, agreed, better] })).toHaveLength(1);
    const foreign = { ...before, folder: community.folder, created: "2026-06-04T09:00:00Z" };
    expect(findings("disagreement", { record: [agreed, better, foreign] })).toHaveLength(1);
  });
});
