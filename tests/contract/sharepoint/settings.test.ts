import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lastToldAfter, lastTuned } from "#plan/check-settings.ts";
import type { CheckSetting } from "#plan/plan.ts";
import type { CheckId } from "#plan/checks/check.ts";
import { connectSettings } from "#sharepoint/settings-store.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { checkPlan } from "#usecases/check-plan.ts";
import { tellOwnersAfter } from "#usecases/tell-owners-after.ts";
import { tuneCheck } from "#usecases/tune-check.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

const settingsOf = (person: TestPerson) =>
  connectSettings({ siteUrl: site.siteUrl, token: async () => person });

async function tune(person: TestPerson, check: CheckId, to: CheckSetting) {
  const open = await site.as(person).plans.open(site.planId);
  await tuneCheck({ settings: settingsOf(person) }, { open, check, to });
}

const members = async () => new Map();

async function found(today: "2026-09-01" | "2026-12-01"): Promise<readonly CheckId[]> {
  const { plans } = site.as("chair");
  const { findings } = await checkPlan({ plans, members, today }, { planId: site.planId });
  return findings.map(({ check }) => check);
}

describe("a plan's checks", () => {
  it("are switched off and on by an owner, for everybody", async () => {
    expect(await found("2026-09-01")).toContain("no-owner");
    await tune("owner", "no-owner", { off: true });
    expect(await found("2026-09-01")).not.toContain("no-owner");
    await tune("owner", "no-owner", {});
    expect(await found("2026-09-01")).toContain("no-owner");
  });

  it("that count days fire after as many as the plan says", async () => {
    expect(await found("2026-09-01")).not.toContain("stale");
    await tune("owner", "stale", { days: 30 });
    expect(await found("2026-09-01")).toContain("stale");
    await expect(tune("owner", "stale", { days: 0 })).rejects.toThrow(/from 1 to 3,650/);
    await expect(tune("owner", "no-owner", { days: 30 })).rejects.toThrow(/counts no days/);
  });

  it("leave what else is set as it is, though two owners change them at once", async () => {
    await new SharePointPlanWriter(site.admin).keepColumns(site.planId, [
      { heading: "By whom", meaning: "lead" },
    ]);
    await Promise.all([
      tune("owner", "slipping", { days: 10 }),
      tune("owner", "overdue", { off: true }),
    ]);
    const { plan } = await site.as("reader").plans.open(site.planId);
    expect(plan.settings).toMatchObject({
      columns: [{ heading: "By whom", meaning: "lead" }],
      checks: { slipping: { days: 10 }, overdue: { off: true }, stale: { days: 30 } },
    });
  });

  it("stand beside the days after which the owners are told of a question, which they set", async () => {
    const after = async (person: TestPerson, days: number | undefined) => {
      const open = await site.as(person).plans.open(site.planId);
      await tellOwnersAfter({ settings: settingsOf(person) }, { open, days });
      return (await site.as("reader").plans.open(site.planId)).plan.settings;
    };
    expect(await after("owner", 7)).toMatchObject({
      escalateAfterDays: 7,
      checks: { slipping: { days: 10 } },
    });
    const history = await settingsOf("reader").history(site.planId);
    expect(lastToldAfter(history)?.by?.name).toBe("owner");
    await expect(after("owner", 0)).rejects.toThrow(/from 1 to 3,650/);
    await expect(after("chair", 7)).rejects.toThrow(/owners change/);
    expect((await after("owner", undefined))?.escalateAfterDays).toBeUndefined();
  });

  it("say who set each, as SharePoint knows it", async () => {
    const tuned = lastTuned(await settingsOf("reader").history(site.planId));
    expect([...tuned.keys()].toSorted()).toEqual(["no-owner", "overdue", "slipping", "stale"]);
    expect([...tuned.values()].map(({ by }) => by?.name)).toEqual(Array(4).fill("owner"));
  });

  it("are the owners' alone: SharePoint refuses everybody else, too", async () => {
    await expect(tune("chair", "stale", { off: true })).rejects.toThrow(/owners tune/);
    for (const person of ["chair", "nurse", "reader"] as const)
      await expect(
        settingsOf(person).change(site.planId, (now) => ({ ...now, checks: {} })),
      ).rejects.toMatchObject({ code: "not-allowed" });
  });
});
