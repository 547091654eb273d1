import { afterAll, beforeAll, expect, it } from "vitest";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { readHistory } from "#usecases/read-history.ts";
import { aSiteWithAPlan, aSmallPlan } from "#tests/support/a-site.ts";

/** SharePoint answers no filter that leaves more than 5,000 items of a list, nor one that goes on from an item with so many after it. */
const actions = 10_010;

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
let large: number;
beforeAll(async () => {
  site = await aSiteWithAPlan();
  const [recommendation] = aSmallPlan.recommendations;
  const [action] = recommendation?.actions ?? [];
  if (!recommendation || !action) throw new Error("The small plan has no action.");
  const many = Array.from({ length: actions }, (_, order) => ({
    ...action,
    order,
    text: `Train group ${order}.`,
  }));
  const { planId } = await importPlan(
    { writer: new SharePointPlanWriter(site.siteOf("owner")) },
    {
      ...aSmallPlan,
      plan: { ...aSmallPlan.plan, title: "Large plan" },
      recommendations: [{ ...recommendation, actions: many }],
    },
  );
  large = planId;
});
afterAll(() => site.close());

it("a plan with more actions than one query may look through opens by its link, with its own and no other's", async () => {
  const { plans } = site.as("reader");
  site.requests.length = 0;
  const open = await plans.open(large);
  expect(site.requests).toHaveLength(2);
  expect(open.actions).toHaveLength(actions);
  expect(open.recommendations).toHaveLength(1);
});

it("the newest plan is opened with as few requests, and a small plan beside it with one request", async () => {
  const { plans } = site.as("reader");
  site.requests.length = 0;
  expect((await plans.openNewest())?.open.actions).toHaveLength(actions);
  expect(site.requests).toHaveLength(2);
  site.requests.length = 0;
  expect((await plans.open(site.planId)).actions.length).toBeLessThan(10);
  expect(site.requests).toHaveLength(1);
});

it("what it was is read too, and so is another plan of the site", async () => {
  const open = await site.as("reader").plans.open(large);
  const ports = historyOf(site.siteOf("reader"));
  const read = await readHistory(ports, { open, since: "2020-01-01" });
  expect(read.definitions.actions.size).toBe(actions);
  expect(read.whole.record).toEqual([]);
  expect((await ports.history.forPlan(site.planId)).versions).toHaveLength(1);
});

it("many changes of it at once are followed", async () => {
  const { plans } = site.as("reader");
  const open = await plans.open(large);
  const changed = open.actions.slice(0, 40);
  const { sp } = site.siteOf("owner");
  const [batched, execute] = sp.batched();
  const all = Promise.all(
    changed.map(({ id }) =>
      batched.web.lists.getByTitle("Actions").items.getById(id).update({ Text: "Rewritten." }),
    ),
  );
  await execute();
  await all;
  const now = await plans.changesSince(open);
  expect(now?.actions.filter(({ text }) => text === "Rewritten.")).toHaveLength(40);
  expect(now?.actions).toHaveLength(actions);
  expect(now?.actions.filter((action) => open.actions.includes(action))).toHaveLength(actions - 40);
});

it("where it has to be read anew, what nobody touched is the same object, so that nothing works it out again", async () => {
  const { plans } = site.as("reader");
  const open = await plans.open(large);
  const [first] = open.actions;
  if (!first) throw new Error("The large plan has no action.");
  const { sp } = site.siteOf("owner");
  const lists = sp.web.lists;
  await lists.getByTitle("Actions").items.getById(first.id).update({ Text: "Rewritten anew." });
  await lists.getByTitle("Plans").items.getById(large).update({ Title: "Larger plan" });
  const now = await plans.changesSince({ ...open, changeToken: "1;2;none" });
  expect(now?.actions[0]?.text).toBe("Rewritten anew.");
  expect(now?.actions.filter((action, at) => action !== open.actions[at])).toHaveLength(1);
  expect(now?.recommendations[0]).toBe(open.recommendations[0]);
  expect(now?.agencies[0]).toBe(open.agencies[0]);
  expect(now?.plan.title).toBe("Larger plan");
  expect(now?.plan.scheme).toBe(open.plan.scheme);
});

it("where actions were taken out, each of the others is there once", async () => {
  const { plans } = site.as("reader");
  const before = (await plans.open(large)).actions.map(({ id }) => id);
  const gone = before.slice(100, 140);
  const [batched, execute] = site.admin.sp.batched();
  const all = Promise.all(
    gone.map((id) => batched.web.lists.getByTitle("Actions").items.getById(id).recycle()),
  );
  await execute();
  await all;
  const after = (await plans.open(large)).actions.map(({ id }) => id);
  expect(after).toEqual(before.filter((id) => !gone.includes(id)));
});
