import { brag } from "#plan/rating-scheme.ts";
import { timeline } from "#tab/action/timeline.ts";
import { describe, expect, it } from "vitest";
import { aChallenge, aDecision, anAction, anUpdate, north, south } from "./support/a-plan.ts";

const about = {
  scheme: brag,
  agencies: [north, south],
  action: anAction(),
  today: "2026-11-19" as const,
};

describe("the timeline of an action", () => {
  it("says who did what and when, newest first", () => {
    const lines = timeline(about, [
      anUpdate({ rating: "green", note: "Pathway written." }),
      aDecision({ rating: "amber", reason: "Not ratified." }),
      aChallenge({ question: "Which wards?", due: "2026-11-05" }),
    ]);
    expect(lines.map(({ head, by, text }) => [head, by, text])).toEqual([
      [
        "Challenge to North Hospitals, from Scrutiny committee",
        "Scrutiny member · 21 October 2026 · Answer was due 2 weeks ago",
        "Which wards?",
      ],
      ["The group agreed Amber", "Challenge chair · 20 October 2026", "Not ratified."],
      ["North Hospitals proposed Green", "Lead officer A · 1 October 2026", "Pathway written."],
    ]);
  });

  it("says what of it cannot be right, and takes a rating that the plan does not have for none", () => {
    const faults = [{ list: "Updates", itemId: 101, column: "Evidence", wrong: "holds no list" }];
    const [agreed, proposed] = timeline(about, [
      anUpdate({ rating: "green", faults }),
      aDecision({ rating: "Blau" }),
    ]);
    expect(agreed).toMatchObject({
      head: "The group agreed Not rated",
      rating: { to: "not-rated", from: "green" },
      faults: expect.stringContaining("Decisions, item 201, column Rating: “Blau” is no rating"),
    });
    expect(proposed?.faults).toBe(
      "This cannot be right. Updates, item 101, column Evidence: holds no list.",
    );
  });

  it("shows what an agency's rating was before, and what the group was proposed", () => {
    const lines = timeline(about, [
      anUpdate({ id: 1, rating: "red" }),
      anUpdate({ id: 2, rating: "green" }),
      aDecision({ rating: "amber" }),
    ]);
    expect(lines.map(({ rating }) => rating)).toEqual([
      { to: "amber", from: "green", agreed: true },
      { to: "green", from: "red", agreed: false },
      { to: "red", agreed: false },
    ]);
  });

  it("marks a statement from the folder of an agency that the action does not name", () => {
    const [line] = timeline(about, [anUpdate({ folder: "south", rating: "blue" })]);
    expect(line?.head).toBe("South Council proposed Blue");
    expect(line?.ignored).toMatch(/does not count/);
  });

  it("marks a closing by somebody who had reported on the action", () => {
    const closed = aDecision({ kind: "closed", authorId: 3 });
    const [line] = timeline(about, [anUpdate({ authorId: 3 }), closed]);
    expect(line?.head).toBe("The group closed the action");
    expect(line?.ignored).toMatch(/does not count/);
    expect(timeline(about, [anUpdate({ authorId: 4 }), closed])[0]?.ignored).toBeUndefined();
  });

  it("shows the question that an answer answers, and who checks again after a closing", () => {
    const lines = timeline(about, [
      aChallenge({ id: 3, question: "Which wards?", source: "check:stale" }),
      anUpdate({
        kind: "response",
        challengeId: 3,
        note: "Ward 7.",
        created: "2026-10-22T10:00:00Z",
      }),
      aDecision({
        kind: "closed",
        created: "2026-10-23T10:00:00Z",
        checkBy: "North’s board",
        checkOn: "2027-04-30",
      }),
    ]);
    expect(lines.map(({ question, text }) => [question, text])).toEqual([
      [undefined, "North’s board checks again on 30 April 2027."],
      ["Which wards?", "Ward 7."],
      [undefined, "Which wards?"],
    ]);
    expect(lines.at(-1)?.head).toMatch(/^Challenge to North Hospitals, from the check “/);
  });

  it("names a later date that an agency asks for", () => {
    const [line] = timeline(about, [anUpdate({ revisedDate: "2026-12-31" })]);
    expect(line).toMatchObject({
      sign: "date",
      head: "North Hospitals asked for 31 December 2026",
    });
  });
});
