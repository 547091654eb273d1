import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { Action } from "#plan/plan.ts";
import { brag } from "#plan/rating-scheme.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import type { ListTitle } from "#sharepoint/list-definition.ts";
import { readRemovals } from "#usecases/read-removals.ts";
import { aSiteWithAPlan, type TestPerson } from "#tests/support/a-site.ts";
import { theNurseReports } from "#tests/support/a-statement.ts";
import "@pnp/sp/recycle-bin/index.js";

let site: Awaited<ReturnType<typeof aSiteWithAPlan>>;
let action: Action;
beforeAll(async () => {
  site = await aSiteWithAPlan();
  action = await theNurseReports(site);
});
afterAll(() => site.close());
beforeEach(() => void (site.requests.length = 0));

/** As an administrator of the site does it; answers where it lies in the bin. */
const recycle = (list: ListTitle, id: number): Promise<string> =>
  site.admin.sp.web.lists.getByTitle(list).items.getById(id).recycle();

async function removals(as: TestPerson | "admin") {
  const { removals: store, history } = historyOf(as === "admin" ? site.admin : site.siteOf(as));
  const { plans } = site.as(as === "admin" ? "owner" : as);
  const open = await plans.open(site.planId);
  const said = await history.forPlan(site.planId);
  site.requests.length = 0;
  return readRemovals({ removals: store, plans }, { ...open, ...said });
}

it("nothing was taken out of a plan that stands as it was made", async () => {
  expect(await removals("reader")).toEqual({ ofPlan: [], elsewhere: [] });
  expect(site.requests).toHaveLength(1);
});

it("a reader is told what went and when, an administrator also who did it and how it began", async () => {
  const entry = await recycle("Actions", action.id);
  const [told] = (await removals("reader")).ofPlan;
  expect(told).toMatchObject({ what: "action", id: action.id, agencies: ["Trust"] });
  expect(Date.parse(told?.at ?? "")).toBeGreaterThan(Date.now() - 60_000);
  expect(told?.by).toBeUndefined();
  expect(told?.words).toBeUndefined();
  expect(told?.said).toMatchObject([{ note: "Forty of sixty trained." }]);

  expect((await removals("admin")).ofPlan).toMatchObject([
    { id: action.id, by: "The app", words: action.text },
  ]);
  await site.admin.sp.web.recycleBin.getById(entry).restore();
});

it("what was brought back is not told of", async () => {
  expect((await removals("admin")).ofPlan).toEqual([]);
});

it("an entry of the record that was deleted is told of too", async () => {
  const [update] = (await historyOf(site.admin).history.forPlan(site.planId)).record;
  await recycle("Updates", update?.id ?? 0);
  expect(await removals("reader")).toMatchObject({
    ofPlan: [{ what: "update", id: update?.id }],
    elsewhere: [],
  });
});

it("where the site has another plan, nothing says of which plan a thing was that nobody spoke of", async () => {
  await site.admin.sp.web.lists
    .getByTitle("Plans")
    .items.add({ Title: "Another", Key: randomUUID(), Scheme: JSON.stringify(brag) });
  expect(await removals("reader")).toMatchObject({ ofPlan: [], elsewhere: [{ what: "update" }] });
});
