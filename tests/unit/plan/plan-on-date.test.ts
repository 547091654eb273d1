import { describe, expect, it } from "vitest";
import { planOnDate, type WholePlan } from "#plan/plan-on-date.ts";
import { brag } from "#plan/rating-scheme.ts";
import type { Decision, Update } from "#plan/record.ts";

const anAgency = (id: number, shortName: string) => ({
  id,
  shortName,
  name: shortName,
  otherNames: [],
  folder: `folder-${shortName}`,
  group: shortName,
});

const anAction = (id: number, recommendationId: number, agencies: readonly string[]) => ({
  id,
  recommendationId,
  order: 1,
  agencies,
  agencyAsPrinted: agencies.join("/"),
  text: `Action ${id}`,
  leads: [],
  dueAsPrinted: "",
});

const anUpdate = (id: number, created: string, some: Partial<Update> = {}): Update => ({
  type: "update",
  id,
  key: `key ${id}`,
  created,
  actionId: 1,
  folder: "folder-Trust",
  kind: "progress",
  rating: "green",
  evidence: [],
  evidenceCount: 0,
  impactCount: 0,
  ...some,
});

const whole: WholePlan = {
  plan: { id: 1, title: "Plan", regulator: "CQC", scheme: brag, version: "3" },
  agencies: [anAgency(1, "Trust"), anAgency(2, "Council")],
  versions: [
    { number: "1", date: "2026-01-10", dateAsPrinted: "", author: "", comment: "" },
    { number: "2", date: "2026-07-10", dateAsPrinted: "", author: "", comment: "" },
  ],
  recommendations: [
    { id: 2, ref: "1.2", order: 2, text: "Second", addressees: [], paragraphs: [] },
    { id: 1, ref: "1.1", order: 1, text: "First", addressees: [], paragraphs: [] },
  ],
  actions: [anAction(2, 2, ["Council"]), anAction(1, 1, ["Trust", "Council"])],
  record: [],
};

const shown = (record: WholePlan["record"], day: "2026-06-30" | "2026-07-01") =>
  planOnDate({ ...whole, record }, day).recommendations[0]?.actions[0];

describe("the plan on a date", () => {
  it("holds what was said up to midnight in London, not in Greenwich", () => {
    const lateOnThe30thInGreenwich = anUpdate(1, "2026-06-30T23:30:00Z");
    expect(shown([lateOnThe30thInGreenwich], "2026-06-30")?.record).toEqual([]);
    expect(shown([lateOnThe30thInGreenwich], "2026-06-30")?.state.proposed).toBe("not-rated");
    expect(shown([lateOnThe30thInGreenwich], "2026-07-01")?.state.proposed).toBe("green");
  });

  it("leaves out what an agency said of an action that is not its own", () => {
    const foreign = anUpdate(2, "2026-06-01T10:00:00Z", { folder: "folder-Police" });
    expect(shown([foreign], "2026-07-01")?.record).toEqual([]);
  });

  it("leaves out a closing by whoever had reported on the action, and keeps what they reported", () => {
    const update = anUpdate(2, "2026-06-01T10:00:00Z", { authorId: 7 });
    const closed: Decision = {
      type: "decision",
      kind: "closed",
      id: 2,
      key: "closed",
      actionId: 1,
      authorId: 7,
      created: "2026-06-02T10:00:00Z",
    };
    expect(shown([update, closed], "2026-07-01")).toMatchObject({
      record: [update],
      state: { closed: false },
    });
  });

  it("knows only the versions of that day", () => {
    expect(planOnDate(whole, "2026-06-30").plan.version).toBe("1");
    expect(planOnDate(whole, "2026-07-10").plan.version).toBe("2");
    expect(planOnDate(whole, "2026-01-09").plan.version).toBeUndefined();
  });

  it("is the version of the latest day, in whatever order they were entered", () => {
    const [first, second] = whole.versions;
    const undated = { number: "2a", dateAsPrinted: "Autumn", author: "", comment: "" };
    const versions = [second, undated, first].flatMap((each) => each ?? []);
    const on = planOnDate({ ...whole, versions }, "2026-07-10");
    expect(on.versions.map(({ number }) => number)).toEqual(["1", "2", "2a"]);
    expect(planOnDate({ ...whole, versions }, "2026-07-09").plan.version).toBe("1");
    expect(planOnDate({ ...whole, versions: [] }, "2026-07-10").plan.version).toBe("3");
  });

  it("has recommendations in the order of the report", () => {
    const { recommendations } = planOnDate(whole, "2026-07-01");
    expect(recommendations.map(({ recommendation }) => recommendation.ref)).toEqual(["1.1", "1.2"]);
  });

  it("is one agency's part with its actions, shared ones too, and their recommendations alone", () => {
    const [trust, council] = whole.agencies;
    const refsFor = (agency: typeof trust) =>
      planOnDate(whole, "2026-07-01", agency).recommendations.map(
        ({ recommendation }) => recommendation.ref,
      );
    expect(refsFor(trust)).toEqual(["1.1"]);
    expect(refsFor(council)).toEqual(["1.1", "1.2"]);
  });
});
