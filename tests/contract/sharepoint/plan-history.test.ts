import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { RefusedError } from "#plan/errors.ts";
import { dayOf } from "#plan/iso-date.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { exportPlan } from "#usecases/export-plan.ts";
import { aSiteWithAPlan } from "#tests/support/a-site.ts";
import { theNurseReports } from "#tests/support/a-statement.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
  await theNurseReports(site);
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));

const ports = (today = dayOf(new Date())) => ({
  plans: site.as("councillor").plans,
  ...historyOf(site.siteOf("councillor")),
  today,
});

describe("a plan's history", () => {
  it("has every word said with who said it, and the versions, in one round trip", async () => {
    const history = await ports().history.forPlan(site.planId);
    expect(site.requests).toHaveLength(1);
    expect(history.record).toMatchObject([
      {
        type: "update",
        note: "Forty of sixty trained.",
        author: { name: "nurse" },
        evidence: [{ name: "Register", kind: "activity" }],
      },
    ]);
    expect(history.versions).toEqual([
      {
        number: "1",
        date: "2026-08-01",
        dateAsPrinted: "1 August 2026",
        author: "Head of Safeguarding",
        comment: "First",
      },
    ]);
  });

  it("is empty for a plan of which nothing was said", async () => {
    expect(await ports().history.forPlan(site.planId + 1)).toEqual({ record: [], versions: [] });
  });
});

describe("the plan to be written", () => {
  it("is the newest one as it stands today, its record in full", async () => {
    const plan = await exportPlan(ports(), {});
    expect(plan.plan.title).toBe("Small plan");
    const [action] = plan.recommendations[0]?.actions ?? [];
    expect(action?.state.proposed).toBe("green");
    expect(action?.record).toMatchObject([{ note: "Forty of sixty trained." }]);
  });

  it("holds nothing that was said after the day", async () => {
    const plan = await exportPlan(ports(), { planId: site.planId, day: "2026-07-20" });
    const actions = plan.recommendations.flatMap((each) => each.actions);
    expect(actions.flatMap(({ record }) => record)).toEqual([]);
    expect(plan.versions).toEqual([]);
  });

  it("is one agency's part by any of its names", async () => {
    const plan = await exportPlan(ports(), { agency: "the council's public health" });
    expect(plan.agency?.shortName).toBe("Council/PH");
    const actions = plan.recommendations.flatMap((each) => each.actions);
    expect(actions.map(({ action }) => action.text)).toEqual(["Train together.", "Write it."]);
  });

  it("is refused for an agency that nobody knows, with those that are known", async () => {
    await expect(exportPlan(ports(), { agency: "Police" })).rejects.toThrow(
      new RefusedError('No agency is called "Police". This plan has: Trust, Council/PH.'),
    );
  });

  it("is refused for a day that is yet to come", async () => {
    await expect(exportPlan(ports("2026-07-20"), { day: "2026-07-21" })).rejects.toThrow(
      RefusedError,
    );
  });
});
