import { describe, expect, it } from "vitest";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Recommendation } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import { dueLines, type RemindedPlan } from "#plan/reminders/due-lines.ts";
import { mondayReminders } from "#plan/reminders/monday-reminders.ts";
import { acute, aChallenge, aDecision, agencies, anAction, anUpdate } from "../plan-data.ts";

const dates: readonly IsoDate[] = ["2026-11-22", "2026-11-23", "2026-12-07", "2026-12-08"];
const today: IsoDate = "2026-11-23";
const recommendation: Recommendation = {
  id: 1,
  ref: "2.1",
  order: 1,
  text: "Audit records.",
  addressees: ["Acute"],
  paragraphs: [],
};

function reminded(of: Partial<RemindedPlan> & { settings?: object } = {}): RemindedPlan {
  return {
    plan: { id: 7, title: "Marlshire", regulator: "CQC", scheme: brag, settings: of.settings },
    agencies,
    recommendations: [recommendation],
    actions: [anAction({ due: "2026-11-20" })],
    record: [],
    ...of,
  };
}

const refs = (lines: readonly { actionId?: number | undefined }[]) =>
  lines.map(({ actionId }) => actionId);

describe("what is due", () => {
  it("is overdue from the day after its date, and due for a fortnight before it", () => {
    const actions = dates.map((due, index) => anAction({ id: index + 1, due }));
    const lines = dueLines(reminded({ actions }), today);
    expect(refs(lines.overdue)).toEqual([1]);
    expect(refs(lines.due)).toEqual([2, 3]);
  });

  it("is nothing that is complete or closed", () => {
    const complete = anUpdate({ rating: "blue" });
    const closed = aDecision({ kind: "closed" });
    for (const entry of [complete, closed])
      expect(dueLines(reminded({ record: [entry] }), today).overdue).toEqual([]);
  });

  it("goes by the date that the group agreed", () => {
    const record = [aDecision({ kind: "date-agreed", date: "2026-12-01" })];
    const lines = dueLines(reminded({ record }), today);
    expect(lines.overdue).toEqual([]);
    expect(lines.due).toMatchObject([{ due: "2026-12-01", ref: "2.1", planId: 7 }]);
  });

  it("says first what has waited longest", () => {
    const actions = [
      anAction({ id: 1, due: "2026-11-20" }),
      anAction({ id: 2, due: "2026-01-20" }),
    ];
    expect(refs(dueLines(reminded({ actions }), today).overdue)).toEqual([2, 1]);
  });
});

describe("what is asked", () => {
  const question = aChallenge({ question: "How do you know?", due: "2026-11-05" });

  it("is every question without an answer, and is told to the owners after a fortnight", () => {
    const lines = dueLines(reminded({ record: [question] }), today);
    expect(lines.asked).toMatchObject([{ text: "How do you know?", challengeId: question.id }]);
    expect(lines.escalated).toHaveLength(1);
  });

  it("is told to the owners when the plan says so", () => {
    const settings = { escalateAfterDays: 30 };
    expect(dueLines(reminded({ settings, record: [question] }), today).escalated).toEqual([]);
  });

  it("is nothing once the agency answered, or the group took it as answered", () => {
    const answer = anUpdate({ kind: "response", challengeId: question.id, folder: acute.folder });
    const resolved = aDecision({ kind: "challenge-resolved", challengeId: question.id });
    for (const entry of [answer, resolved])
      expect(dueLines(reminded({ record: [question, entry] }), today).asked).toEqual([]);
  });

  it("comes last where it has no date", () => {
    const record: Entry[] = [aChallenge({ question: "One?" }), question];
    const { asked, escalated } = dueLines(reminded({ record }), today);
    expect(asked.map(({ text }) => text)).toEqual(["How do you know?", "One?"]);
    expect(escalated).toHaveLength(1);
  });
});

describe("what is to be checked again", () => {
  const closed = aDecision({ kind: "closed", checkBy: "Council", checkOn: "2026-12-01" });

  it("comes due as work of its own", () => {
    expect(dueLines(reminded({ record: [closed] }), today).checks).toMatchObject([
      { due: "2026-12-01", actionId: 1 },
    ]);
  });

  it("is done when somebody says what they found", () => {
    const found = anUpdate({
      kind: "monitoring",
      note: "It held.",
      created: "2026-06-02T09:00:00Z",
    });
    expect(dueLines(reminded({ record: [closed, found] }), today).checks).toEqual([]);
  });
});

describe("who is told", () => {
  const lines = dueLines(
    reminded({
      actions: [
        anAction({ id: 1, due: "2026-11-20" }),
        anAction({ id: 2, due: "2026-11-20", agencies: ["Acute", "Council"] }),
      ],
      record: [aChallenge({ due: "2026-10-01", question: "Why?" })],
    }),
    today,
  );
  const people = {
    agencies: [
      { agency: "Acute", loginNames: ["nurse", "matron"], contacts: ["matron"] },
      { agency: "Council", loginNames: ["officer"], contacts: ["officer"] },
    ],
    leads: new Map([[1, ["nurse", "somebody who left the agency"]]]),
    owners: ["owner"],
  };

  it("is the lead officer of an action, else the contacts of its agencies, once each", () => {
    const told = mondayReminders([{ lines, people }]);
    const overdue = Object.fromEntries(told.map((each) => [each.loginName, refs(each.overdue)]));
    expect(overdue).toEqual({ nurse: [1], matron: [2], officer: [2], owner: [] });
  });

  it("is one card a person over several plans", () => {
    const told = mondayReminders([
      { lines, people },
      { lines, people },
    ]);
    expect(told.filter(({ loginName }) => loginName === "nurse")).toHaveLength(1);
    expect(told.find(({ loginName }) => loginName === "nurse")?.overdue).toHaveLength(2);
  });

  it("is the owner for what nobody answered", () => {
    const told = mondayReminders([{ lines, people }]);
    expect(told.find(({ loginName }) => loginName === "owner")?.escalated).toMatchObject([
      { text: "Why?" },
    ]);
  });

  it("is nobody where there is nothing to tell", () => {
    expect(
      mondayReminders([{ lines: dueLines(reminded({ actions: [] }), today), people }]),
    ).toEqual([]);
  });
});
