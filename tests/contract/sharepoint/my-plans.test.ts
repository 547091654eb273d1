import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { NewPlan } from "#plan/new-plan.ts";
import { SharePointMyPlans } from "#sharepoint/my-plans.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { myWork } from "#tab/mine/my-work.ts";
import { viewPlan } from "#tab/rows/plan-view.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aSiteWithAPlan, aSmallPlan, type ASite, type TestPerson } from "#tests/support/a-site.ts";

let site: ASite;
const made = new Map<string, number>();
beforeAll(async () => {
  site = await aSiteWithAPlan();
  const writer = new SharePointPlanWriter(site.siteOf("owner"));
  for (const title of ["Asked", "Checked", "Led", "None", "Own"]) {
    const { planId } = await importPlan({ writer }, aPlanCalled(title));
    made.set(title, planId);
  }
  await askAndDecide();
});
afterAll(() => site.close());

/** Of the council alone, but where its title says otherwise. */
function aPlanCalled(title: string): NewPlan {
  const [, recommendation] = aSmallPlan.recommendations;
  const [action] = recommendation?.actions ?? [];
  if (!recommendation || !action) throw new Error("The small plan has no action.");
  const own = {
    ...action,
    ...(title === "Led" && { leads: ["Deputy: nurse"] }),
    ...(title === "Own" && { agencies: ["Council/PH", "Trust"] }),
  };
  return {
    ...aSmallPlan,
    plan: { ...aSmallPlan.plan, title },
    recommendations: [{ ...recommendation, actions: [own] }],
  };
}

/** The trust is asked about a whole recommendation, and is to look again at what the council did. */
async function askAndDecide(): Promise<void> {
  const { plans, record } = site.as("chair");
  const asked = await plans.open(made.get("Asked") ?? 0);
  await record.challenge({
    key: crypto.randomUUID(),
    planId: asked.plan.id,
    recommendationId: asked.recommendations[0]?.id ?? 0,
    agency: "Trust",
    question: "What does the trust do?",
    source: "group",
  });
  const checked = await plans.open(made.get("Checked") ?? 0);
  await record.decide({
    key: crypto.randomUUID(),
    planId: checked.plan.id,
    recommendationId: checked.recommendations[0]?.id ?? 0,
    actionId: checked.actions[0]?.id ?? 0,
    kind: "monitoring-asked",
    checkBy: "The Trust",
    checkOn: "2026-11-30",
  });
}

const today = "2026-11-22";

/** The plans in which something waits for somebody, found by opening every one. */
async function waitingFor(person: TestPerson): Promise<readonly number[]> {
  const { plans } = site.as(person);
  const all = await Promise.all((await plans.list()).map(({ id }) => plans.open(id)));
  return all
    .filter((open) => Object.values(myWork(viewPlan(open), today)).some(({ length }) => length > 0))
    .map(({ plan }) => plan.id);
}

describe("the plans that are somebody's", () => {
  it.each(["nurse", "midwife", "chair", "owner"] as const)(
    "are all in which anything waits for the %s",
    async (person) => {
      const found = await new SharePointMyPlans(site.siteOf(person)).find();
      expect(found.groups.flat()).toEqual(expect.arrayContaining([...(await waitingFor(person))]));
      expect(found.plans).toHaveLength(6);
    },
  );

  it("are no others: where nobody is named, asked or to look again, the plan is not opened", async () => {
    const { groups, open } = await new SharePointMyPlans(site.siteOf("nurse")).find();
    const named = ["Own", "Led", "Checked", "Asked"].map((title) => made.get(title));
    expect(groups).toEqual([[...named, 1]]);
    const opened = await open(groups[0] ?? []);
    expect(opened.get(1)).toEqual(await site.as("nurse").plans.open(1));
    expect((await new SharePointMyPlans(site.siteOf("chair")).find()).groups).toEqual([]);
  });

  it("are found with one request, however many there are, and opened twenty at a time", async () => {
    const writer = new SharePointPlanWriter(site.siteOf("owner"));
    for (let at = 0; at < 24; at++) await importPlan({ writer }, aPlanCalled(`Plan ${at}`));
    site.requests.length = 0;
    const { plans, groups, open } = await new SharePointMyPlans(site.siteOf("midwife")).find();
    expect(site.requests).toHaveLength(1);
    expect(plans).toHaveLength(30);
    await Promise.all(groups.map((group) => open(group)));
    expect(site.requests).toHaveLength(3);
  });

  it("say which of them cannot be read, and the others are opened", async () => {
    const { groups, open } = await new SharePointMyPlans(site.siteOf("nurse")).find();
    const group = groups[0] ?? [];
    const opened = await open([...group, 999_999]);
    expect(opened.size).toBe(group.length + 1);
    expect([...opened.values()].filter((each) => "error" in each)).toHaveLength(1);
  });
});
