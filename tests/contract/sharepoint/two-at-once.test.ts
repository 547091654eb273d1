import { afterAll, beforeAll, expect, it } from "vitest";
import type { NewPlan } from "#plan/new-plan.ts";
import { addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { siteProblems } from "#sharepoint/site-problems.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aFreshSite, type ASite, aSmallPlan } from "#tests/support/a-site.ts";

let site: ASite;
beforeAll(async () => {
  site = await aFreshSite();
});
afterAll(() => site.close());

it("two who set the same site up at once make it once", async () => {
  await Promise.all([provision(site.admin), provision(site.admin)]);
  expect(await siteProblems(site.admin)).toEqual([]);
  const lists: { Title: string }[] = await site.admin.sp.web.lists.select("Title")();
  const titles = lists.map(({ Title }) => Title);
  expect(titles).toEqual([...new Set(titles)]);
  expect(await provision(site.admin)).toEqual({ added: [], altered: [], mended: [], toDo: [] });
});

/** More than go in one request. */
const [first] = aSmallPlan.recommendations;
const larger: NewPlan = {
  ...aSmallPlan,
  recommendations: Array.from({ length: 120 }, (_, order) => ({
    ...first,
    ref: `3.${order}`,
    order,
    text: `Write chapter ${order}.`,
    addressees: ["Trust"],
    paragraphs: [],
    actions: first?.actions ?? [],
  })),
};

it("two who import the same document at once end on one plan with each thing once", async () => {
  await addToRole(site.admin, "owner", "owner@marlshire.example");
  const write = () => importPlan({ writer: new SharePointPlanWriter(site.admin) }, larger);
  const [one, other] = await Promise.all([write(), write()]);
  expect(other.planId).toBe(one.planId);
  expect(other.agencies).toEqual(one.agencies);
  for (const what of ["recommendations", "actions", "versions"] as const)
    expect(one[what].added + other[what].added).toBe(one[what].of);
  const open = await site.as("owner").plans.open(one.planId);
  expect(open.recommendations).toHaveLength(120);
  expect(open.actions).toHaveLength(240);
  expect(new Set(open.recommendations.map(({ text }) => text)).size).toBe(120);
  expect(await siteProblems(site.admin)).toEqual([]);
});
