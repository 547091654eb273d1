import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unansweredChallenges } from "#plan/challenge-states.ts";
import { foldAction, foldPlan, shownRating } from "#plan/fold.ts";
import type { Action } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Entry } from "#plan/record.ts";
import {
  aChallenge,
  acute,
  aDecision,
  agencies,
  anAction,
  anUpdate,
  community,
  council,
} from "./plan-data.ts";
import { randomRecord } from "./random-record.ts";

const shared = anAction({ agencies: ["Acute", "Community"] });

function fold(record: readonly Entry[], action: Action = anAction()) {
  return foldAction(brag, agencies, action, record);
}

describe("an action nobody has spoken of", () => {
  it("is not rated, is due as its definition says, and names its agencies as silent", () => {
    expect(fold([], shared)).toEqual({
      proposed: "not-rated",
      statements: [],
      silent: ["Acute", "Community"],
      closed: false,
      due: "2026-09-30",
      timesRevised: 0,
      evidenceCount: 0,
      impactCount: 0,
      openChallenges: [],
      ignored: [],
      ownClosings: [],
    });
  });
});

describe("the proposed rating", () => {
  it("is the agency's latest, by what SharePoint says of when", () => {
    const state = fold([
      anUpdate({ id: 9, created: "2026-06-03T09:00:00Z", rating: "green" }),
      anUpdate({ id: 8, created: "2026-06-04T09:00:00Z", rating: "amber" }),
      anUpdate({ id: 7, created: "2026-06-01T09:00:00Z", rating: "red" }),
    ]);
    expect(state.proposed).toBe("amber");
    expect(state.proposedAt).toBe("2026-06-04T09:00:00Z");
  });

  it("of two statements of one moment is that of the later number", () => {
    const state = fold([
      anUpdate({ id: 12, rating: "green" }),
      anUpdate({ id: 11, rating: "red" }),
    ]);
    expect(state.proposed).toBe("green");
  });

  it("of a shared action is the least good of its agencies' latest", () => {
    const state = fold(
      [
        anUpdate({ folder: acute.folder, rating: "blue" }),
        anUpdate({ folder: community.folder, rating: "red" }),
        anUpdate({ folder: community.folder, rating: "amber" }),
      ],
      shared,
    );
    expect(state.proposed).toBe("amber");
    expect(state.statements.map(({ agency, rating }) => [agency, rating])).toEqual([
      ["Acute", "blue"],
      ["Community", "amber"],
    ]);
    expect(state.silent).toEqual([]);
  });

  it("of a shared action names the agency that has proposed nothing, even where it wrote a note", () => {
    const state = fold(
      [anUpdate({ rating: "green" }), anUpdate({ folder: community.folder, note: "Started." })],
      shared,
    );
    expect(state.proposed).toBe("green");
    expect(state.silent).toEqual(["Community"]);
  });

  it("stays where an update says nothing about it", () => {
    const state = fold([anUpdate({ rating: "green" }), anUpdate({ note: "Four more trained." })]);
    expect(state.proposed).toBe("green");
  });

  it("that the scheme does not have counts as not rated, and never stops the plan from opening", () => {
    const state = fold([anUpdate({ rating: "green" }), anUpdate({ rating: "purple" })]);
    expect(state.proposed).toBe("not-rated");
    expect(fold([aDecision({ rating: "purple" })]).agreed).toBe("not-rated");
  });
});

describe("another agency's folder", () => {
  it("does not speak for the action, and what stands there is reported", () => {
    const foreign = anUpdate({
      folder: council.folder,
      rating: "blue",
      evidenceCount: 2,
      impactCount: 0,
      revisedDate: "2027-01-31",
    });
    const state = fold([anUpdate({ rating: "red" }), foreign]);
    expect(state).toMatchObject({ proposed: "red", evidenceCount: 0, ignored: [foreign] });
    expect(state.dateAskedFor).toBeUndefined();
  });

  it("that no agency has is ignored as well", () => {
    expect(fold([anUpdate({ folder: "", rating: "blue" })])).toMatchObject({
      proposed: "not-rated",
      ignored: [{ rating: "blue" }],
    });
  });

  it("cannot hide a statement by using its key", () => {
    const foreign = anUpdate({ key: "k", folder: council.folder, created: "2026-05-01T09:00:00Z" });
    const state = fold([foreign, anUpdate({ key: "k", rating: "green" })]);
    expect(state.proposed).toBe("green");
  });
});

describe("two items with one key", () => {
  it("are one statement, and the first counts", () => {
    const first = anUpdate({ key: "k", rating: "green", evidenceCount: 1 });
    const again = { ...first, id: first.id + 1, created: "2026-06-01T09:00:04Z" };
    expect(fold([again, first])).toMatchObject({
      evidenceCount: 1,
      impactCount: 0,
      proposedAt: "2026-06-01T09:00:00Z",
    });
  });

  it("are two where they have no key at all", () => {
    const record = [
      anUpdate({ key: "", evidenceCount: 1 }),
      anUpdate({ key: "", evidenceCount: 2 }),
    ];
    expect(fold(record).evidenceCount).toBe(3);
  });
});

describe("what the group decides", () => {
  it("beats what the agency proposes wherever one rating is shown", () => {
    const state = fold([
      aDecision({ rating: "amber", created: "2026-06-02T09:00:00Z" }),
      anUpdate({ rating: "blue", created: "2026-06-03T09:00:00Z" }),
    ]);
    expect(state).toMatchObject({ proposed: "blue", agreed: "amber" });
    expect(shownRating(state)).toBe("amber");
    expect(shownRating(fold([anUpdate({ rating: "blue" })]))).toBe("blue");
  });

  it("closes an action, and reopens it", () => {
    const closed = aDecision({ kind: "closed", created: "2026-06-02T09:00:00Z" });
    const reopened = aDecision({ kind: "reopened", created: "2026-07-02T09:00:00Z" });
    expect(fold([closed]).closed).toBe(true);
    expect(fold([reopened, closed]).closed).toBe(false);
    expect(fold([reopened, { ...closed, id: 999, created: "2026-08-02T09:00:00Z" }]).closed).toBe(
      true,
    );
  });

  it("asks for monitoring, and the newest asking counts", () => {
    const newest = aDecision({
      kind: "monitoring-asked",
      date: "2027-03-01",
      created: "2026-08-01T09:00:00Z",
    });
    const older = aDecision({ kind: "monitoring-asked", date: "2026-12-01" });
    expect(fold([newest, older]).monitoring).toBe(newest);
  });
});

describe("a later check", () => {
  const asked = aDecision({
    kind: "closed",
    checkBy: "Board",
    checkOn: "2027-03-01",
    created: "2026-08-01T09:00:00Z",
  });
  const looked = anUpdate({ kind: "monitoring", created: "2026-09-01T09:00:00Z" });

  it("waits until one of the action's agencies says what it found", () => {
    expect(fold([asked]).laterCheck).toEqual({ by: "Board", on: "2027-03-01" });
    expect(fold([asked, { ...looked, kind: "progress" }]).laterCheck).toBeDefined();
    expect(fold([asked, { ...looked, folder: council.folder }]).laterCheck).toBeDefined();
    expect(fold([asked, looked]).laterCheck).toBeUndefined();
    // SharePoint's moments are whole seconds.
    expect(fold([asked, { ...looked, created: asked.created }]).laterCheck).toBeUndefined();
  });

  it("is not settled by what was found before it was asked for, and ends where the action is opened again", () => {
    const before = { ...looked, created: "2026-07-01T09:00:00Z" };
    const reopened = aDecision({ kind: "reopened", created: "2026-09-01T09:00:00Z" });
    expect(fold([before, asked]).laterCheck).toBeDefined();
    expect(fold([asked, reopened]).laterCheck).toBeUndefined();
  });
});

describe("a closing by somebody who had reported on the action", () => {
  const report = anUpdate({ authorId: 7, rating: "blue" });
  const closed = aDecision({
    kind: "closed",
    authorId: 7,
    rating: "blue",
    checkOn: "2027-03-01",
    created: "2026-06-02T09:00:00Z",
  });

  it("closes nothing, agrees nothing, and is told apart", () => {
    const state = fold([report, closed]);
    expect(state).toMatchObject({ closed: false, ownClosings: [closed] });
    expect([state.agreed, state.monitoring, state.laterCheck]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("counts where they reported later, for another agency, or where it is somebody else", () => {
    expect(fold([{ ...report, created: "2026-06-03T09:00:00Z" }, closed]).closed).toBe(true);
    expect(fold([{ ...report, folder: council.folder }, closed]).closed).toBe(true);
    expect(fold([report, { ...closed, authorId: 8 }]).closed).toBe(true);
    expect(fold([{ ...report, authorId: undefined }, closed]).closed).toBe(true);
  });
});

describe("an answer on another agency's action", () => {
  it("is no statement to be ignored, unless it rates", () => {
    const answer = anUpdate({ kind: "response", challengeId: 9, folder: council.folder });
    expect(fold([answer])).toMatchObject({ ignored: [], evidenceCount: 0 });
    expect(fold([{ ...answer, rating: "blue" }])).toMatchObject({
      proposed: "not-rated",
      ignored: [{ rating: "blue" }],
    });
  });
});

describe("the due date", () => {
  const asked = anUpdate({ revisedDate: "2026-12-31", created: "2026-06-02T09:00:00Z" });

  it("that an agency asks for is shown as asked for, and does not count yet", () => {
    expect(fold([asked])).toMatchObject({
      due: "2026-09-30",
      dateAskedFor: "2026-12-31",
      timesRevised: 0,
    });
  });

  it("that the group agrees counts, and settles what was asked", () => {
    const agreed = aDecision({
      kind: "date-agreed",
      date: "2026-11-30",
      created: "2026-06-03T09:00:00Z",
    });
    const state = fold([asked, agreed]);
    expect(state).toMatchObject({ due: "2026-11-30", timesRevised: 1 });
    expect(state.dateAskedFor).toBeUndefined();
  });

  it("can be asked for again after it was agreed", () => {
    const agreed = aDecision({
      kind: "date-agreed",
      date: "2026-11-30",
      created: "2026-06-01T09:00:00Z",
    });
    expect(fold([asked, agreed])).toMatchObject({ due: "2026-11-30", dateAskedFor: "2026-12-31" });
  });

  it("counts how often it was revised, and not the other decisions", () => {
    const record = [
      aDecision({ kind: "date-agreed", date: "2026-11-30", created: "2026-06-03T09:00:00Z" }),
      aDecision({ kind: "date-agreed", date: "2027-01-31", created: "2026-07-03T09:00:00Z" }),
      aDecision({ kind: "monitoring-asked", date: "2027-06-30" }),
    ];
    expect(fold(record)).toMatchObject({ due: "2027-01-31", timesRevised: 2 });
  });
});

describe("a challenge", () => {
  const challenge = aChallenge({ id: 5, agency: "Acute" });
  const answer = anUpdate({ kind: "response", challengeId: 5 });

  it("is open until the agency it was put to answers", () => {
    expect(fold([challenge], shared).openChallenges).toEqual([challenge]);
    expect(fold([challenge, answer], shared).openChallenges).toEqual([]);
  });

  it("is not answered by another agency of the action", () => {
    const other = anUpdate({ kind: "response", challengeId: 5, folder: community.folder });
    expect(fold([challenge, other], shared).openChallenges).toEqual([challenge]);
  });

  it("on a whole recommendation is open until answered, and belongs to no single action", () => {
    const { actionId: _, ...onRecommendation } = aChallenge({ id: 6, agency: "Community" });
    const record = [onRecommendation, challenge, answer];
    expect(fold(record, shared).openChallenges).toEqual([]);
    expect(unansweredChallenges(agencies, record)).toEqual([onRecommendation]);
  });
});

describe("the whole plan's state", () => {
  const actions = [
    anAction({ id: 1 }),
    anAction({ id: 2, agencies: ["Acute", "Community"] }),
    anAction({ id: 3, agencies: ["Council", "Community"] }),
  ];

  it("does not depend on the order in which the record arrives", () => {
    const shuffled = randomRecord.chain((entries) =>
      fc.tuple(
        fc.constant(entries),
        fc.shuffledSubarray(entries, { minLength: entries.length, maxLength: entries.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([entries, mixed]) => {
        expect(foldPlan(brag, agencies, actions, mixed)).toEqual(
          foldPlan(brag, agencies, actions, entries),
        );
      }),
    );
  });

  it("is each action's own, folded from its own entries", () => {
    fc.assert(
      fc.property(randomRecord, (entries) => {
        const states = foldPlan(brag, agencies, actions, entries);
        for (const action of actions) {
          expect(states.get(action.id)).toEqual(foldAction(brag, agencies, action, entries));
        }
      }),
    );
  });

  it("is not changed by an item that is appended a second time", () => {
    fc.assert(
      fc.property(randomRecord, fc.nat(), (entries, pick) => {
        const keyed = entries.filter(({ key }) => key !== "");
        const repeated = keyed[pick % Math.max(1, keyed.length)];
        fc.pre(repeated !== undefined);
        const again = { ...repeated, id: 100, created: "2026-07-01T09:00:00Z" };
        expect(foldPlan(brag, agencies, actions, [...entries, again])).toEqual(
          foldPlan(brag, agencies, actions, entries),
        );
      }),
    );
  });
});
