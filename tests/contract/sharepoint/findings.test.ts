import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { RefusedError } from "#plan/errors.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import { SharePointFindingStore } from "#sharepoint/finding-store.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aSiteWithAPlan, aSmallPlan } from "#tests/support/a-site.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
}, 60_000);
afterAll(() => site.close());

const findings = [
  { paragraph: "3.14", text: "Nobody was asked.", recommendations: ["1.1", "1.2"] },
  { paragraph: "3.2", text: "The list\nis old.", recommendations: [] },
];
const aReport: NewPlan = {
  ...aSmallPlan,
  plan: { ...aSmallPlan.plan, title: "A report" },
  findings,
};

const write = () => importPlan({ writer: new SharePointPlanWriter(site.admin) }, aReport);
const findingsOf = (planId: number) =>
  new SharePointFindingStore(site.siteOf("nurse")).forPlan(planId);

describe("the findings of a report", () => {
  it("are kept once, in the report's order, for everybody in the plan to read", async () => {
    const { planId, findings: first } = await write();
    expect(first).toEqual({ of: 2, added: 2 });
    expect((await write()).findings).toEqual({ of: 2, added: 0 });
    expect(await findingsOf(planId)).toEqual(findings);
    expect(await findingsOf(site.planId)).toEqual([]);
  });

  it("are none on a site of an earlier version, which says what to do, until it is provisioned", async () => {
    await site.admin.sp.web.lists.getByTitle("Findings").delete();
    expect(await findingsOf(site.planId)).toEqual([]);
    const writing = write();
    await expect(writing).rejects.toThrow(RefusedError);
    await expect(writing).rejects.toThrow(/action-plan provision/);
    expect((await provision(site.admin)).added).toContain('List "Findings"');
    expect((await write()).findings).toEqual({ of: 2, added: 2 });
  });
});

describe("what a plan's columns mean", () => {
  it("is kept in its settings beside whatever else stands there", async () => {
    const writer = new SharePointPlanWriter(site.siteOf("owner"));
    const item = site.admin.sp.web.lists.getByTitle("Plans").items.getById(site.planId);
    await item.update({ Settings: JSON.stringify({ escalateAfterDays: 7 }) });
    await writer.keepColumns(site.planId, [{ heading: "Ready", meaning: "due" }]);
    await writer.keepColumns(site.planId, [{ heading: "Body", meaning: "agency" }]);
    const { plan } = await new SharePointPlanStore(site.siteOf("nurse")).open(site.planId);
    expect(plan.settings).toEqual({
      escalateAfterDays: 7,
      columns: [
        { heading: "Ready", meaning: "due" },
        { heading: "Body", meaning: "agency" },
      ],
    });
  });

  it("is for the plan's owners to say", async () => {
    const writer = new SharePointPlanWriter(site.siteOf("nurse"));
    await expect(
      writer.keepColumns(site.planId, [{ heading: "Ready", meaning: "lead" }]),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });
});
