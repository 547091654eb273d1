import "@pnp/sp/fields/index.js";
import "@pnp/sp/items/index.js";
import "@pnp/sp/recycle-bin/index.js";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { AlteredSiteError, TakenOutError, UnreadableError } from "#plan/errors.ts";
import { faultInWords } from "#plan/fault.ts";
import { faultsOf } from "#plan/faults.ts";
import { foldAction, shownRating } from "#plan/fold.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aSiteWithAPlan, aSmallPlan } from "#tests/support/a-site.ts";

type Site = Awaited<ReturnType<typeof aSiteWithAPlan>>;

let site: Site;
beforeAll(async () => {
  site = await aSiteWithAPlan();
});
afterAll(() => site.close());

/** Somebody changes an item past the app, as an administrator may. */
const spoil = (list: string, id: number, values: object) =>
  site.admin.sp.web.lists.getByTitle(list).items.getById(id).update(values);
const add = async (list: string, values: object): Promise<number> =>
  (await site.admin.sp.web.lists.getByTitle(list).items.add(values)).Id;

const opened = () => site.as("reader").plans.open(site.planId);
const said = (open: OpenPlan) => faultsOf(open).map(faultInWords);
const together = (open: OpenPlan) => {
  const action = open.actions.find(({ text }) => text === "Train together.");
  if (!action) throw new Error("The small plan has lost an action.");
  return action;
};
const ratingOfTogether = (open: OpenPlan) =>
  shownRating(foldAction(open.plan.scheme, open.agencies, together(open), open.record));

async function propose(person: "nurse" | "midwife", agency: string, rating: string) {
  const stores = site.as(person);
  const open = await stores.plans.open(site.planId);
  return proposeRating(stores, {
    open: { ...open, action: together(open) },
    agency,
    rating,
    note: "Half of the staff were there.",
    evidence: [],
    key: randomUUID(),
  });
}

it("what somebody added without a key stands in the way of no import", async () => {
  const added = await add("Plans", { Title: "Harbour" });
  const imported = await importPlan({ writer: new SharePointPlanWriter(site.admin) }, aSmallPlan);
  expect(imported.planId).toBe(site.planId);
  expect(imported.actions).toEqual({ of: 3, added: 0 });
  await site.admin.sp.web.lists.getByTitle("Plans").items.getById(added).recycle();
});

it("a plan without its scheme is refused with what to do, and keeps no other plan from opening", async () => {
  const broken = await add("Plans", { Title: "Joint visit", Key: "joint", Scheme: "" });
  const { plans } = site.as("reader");
  expect(
    (await plans.list()).map(({ title, unreadable }) => [title, unreadable !== undefined]),
  ).toEqual([
    ["Joint visit", true],
    ["Small plan", false],
  ]);
  expect((await plans.open(site.planId)).actions).toHaveLength(3);
  await expect(plans.open(broken)).rejects.toThrow(UnreadableError);
  await expect(plans.openNewest()).rejects.toThrow(
    `Plans, item ${broken}, column Scheme: is empty. Put it right in the list in SharePoint`,
  );
  await spoil("Plans", broken, { Scheme: "[1" });
  await expect(plans.open(broken)).rejects.toThrow("column Scheme: “[1” is no JSON");
  await site.admin.sp.web.lists.getByTitle("Plans").items.getById(broken).recycle();
});

it("columns that cannot be right are named one by one, and the rest is there", async () => {
  expect(said(await opened())).toEqual([]);
  await spoil("Plans", site.planId, { Settings: "{", Published: "2026-02-30" });
  await spoil("Recommendations", 2, { Title: "1.1", Text: "Train everybody who sees children." });
  await spoil("Actions", 1, { Due: "31.12.2026" });
  await spoil("Actions", 3, { RecommendationId: 77 });
  const open = await opened();
  expect(open.plan).toMatchObject({ title: "Small plan", regulator: "CQC", published: undefined });
  expect(open.actions.find(({ id }) => id === 1)).toMatchObject({
    text: "Train the nurses.",
    due: undefined,
  });
  expect(said(open)).toEqual([
    `Plans, item ${site.planId}, column Published: “2026-02-30” is no day that exists, as 2026-08-31 is`,
    `Plans, item ${site.planId}, column Settings: holds no settings of a plan`,
    "Actions, item 1, column Due: “31.12.2026” is no day that exists, as 2026-08-31 is",
    "Recommendations, item 2, column Title: “1.1” stands in item 1 with the same words",
    "Actions, item 3, column RecommendationId: the recommendation of item 77 is not there, so the action is not shown",
  ]);
  await spoil("Plans", site.planId, { Settings: "", Published: "2026-07-14" });
  await spoil("Recommendations", 2, { Title: "1.2", Text: "Write the pathway." });
  await spoil("Actions", 1, { Due: "2026-12-31" });
  await spoil("Actions", 3, { RecommendationId: 2 });
  expect(said(await opened())).toEqual([]);
});

it("nothing that is broken makes a rating better", async () => {
  const good = await propose("nurse", "Trust", "green");
  const worse = await propose("midwife", "Council/PH", "red");
  expect(ratingOfTogether(await opened())).toBe("red");

  await spoil("Updates", worse.id, { Rating: "Rot", Evidence: "nonsense" });
  expect(ratingOfTogether(await opened())).toBe("not-rated");
  expect(said(await opened())).toEqual([
    `Updates, item ${worse.id}, column Rating: “Rot” is no rating of this plan (blue, green, amber, red)`,
  ]);
  const record = await site.as("reader").record.forAction(together(await opened()).id);
  expect(record.flatMap(({ faults }) => faults ?? []).map(faultInWords)).toEqual([
    `Updates, item ${worse.id}, column Evidence: holds no list of links`,
  ]);
  await spoil("Updates", worse.id, { Rating: "red", Evidence: "[]" });

  const agency = (await opened()).agencies.find(({ shortName }) => shortName === "Council/PH");
  await spoil("Agencies", agency?.id ?? 0, { Title: "Public Health" });
  expect(ratingOfTogether(await opened())).toBe("not-rated");
  expect(said(await opened())).toContain(
    `Actions, item ${together(await opened()).id}, column Agencies: “Council/PH” is no agency of the list Agencies`,
  );
  await spoil("Agencies", agency?.id ?? 0, { Title: "Council/PH" });

  const { id: actionId, recommendationId } = together(await opened());
  const about = { PlanId: site.planId, ActionId: actionId, RecommendationId: recommendationId };
  await add("Decisions", { ...about, Key: randomUUID(), Kind: "rating-agreed", Rating: "blue" });
  await add("Decisions", { ...about, Key: randomUUID(), Kind: "closed", Rating: "blue" });
  const last = await add("Decisions", { ...about, Key: randomUUID(), Kind: "rating-agreed" });
  const open = await opened();
  expect(ratingOfTogether(open)).toBe("not-rated");
  expect(said(open)).toEqual([`Decisions, item ${last}, column Rating: is empty`]);
  await spoil("Decisions", last, { Kind: "shrug" });
  const state = foldAction(
    open.plan.scheme,
    open.agencies,
    together(open),
    (await opened()).record,
  );
  expect(state.closed).toBe(false);
  expect(good.id).toBeLessThan(worse.id);
});

it("whoever has a plan open when its scheme is broken goes on reading it, and is told", async () => {
  const { plans } = site.as("reader");
  const open = await plans.open(site.planId);
  const scheme = JSON.stringify(open.plan.scheme);
  await spoil("Plans", site.planId, { Scheme: "" });
  const next = await plans.changesSince(open);
  expect(next?.plan.scheme).toEqual(open.plan.scheme);
  expect(next?.plan.faults?.map(faultInWords)).toEqual([
    `Plans, item ${site.planId}, column Scheme: is empty`,
  ]);
  await spoil("Plans", site.planId, { Scheme: scheme });
  expect((next && (await plans.changesSince(next)))?.plan.faults).toBeUndefined();
});

it("what somebody took out of the plan by emptying its PlanId goes on counting, and is told", async () => {
  const { plans } = site.as("reader");
  const worse = await propose("midwife", "Council/PH", "red");
  const before = await plans.open(site.planId);
  expect(ratingOfTogether(before)).toBe("not-rated");
  const rated = async (open: OpenPlan) => {
    const state = foldAction(open.plan.scheme, open.agencies, together(open), open.record);
    return state.statements.map(({ agency, rating }) => [agency, rating]);
  };
  const all = await rated(before);
  await spoil("Updates", worse.id, { PlanId: null });
  await spoil("Actions", together(before).id, { PlanId: null });
  const empty = [
    `Actions, item ${together(before).id}, column PlanId: is empty`,
    `Updates, item ${worse.id}, column PlanId: is empty`,
  ];

  const followed = await plans.changesSince(before);
  expect(followed && (await rated(followed))).toEqual(all);
  expect(followed && said(followed)).toEqual(expect.arrayContaining(empty));
  const filtered = await plans.open(site.planId);
  expect(filtered.actions.map(({ text }) => text)).not.toContain("Train together.");
  site.requests.length = 0;
  const whole = await plans.withStrays(filtered);
  expect(site.requests).toHaveLength(1);
  expect(whole && (await rated(whole))).toEqual(all);
  expect(whole && said(whole)).toEqual(expect.arrayContaining(empty));
  const newest = await site.as("reader").plans.openNewest();
  expect(newest && said(newest.open)).toEqual(expect.arrayContaining(empty));
  expect(whole && (await plans.withStrays(whole))).toBeUndefined();

  await spoil("Updates", worse.id, { PlanId: site.planId });
  await spoil("Actions", together(before).id, { PlanId: site.planId });
  const mended = followed && (await plans.changesSince(followed));
  expect(mended?.actions).toHaveLength(before.actions.length);
  expect(mended && said(mended).filter((line) => line.includes("PlanId"))).toEqual([]);
});

it("what is in no plan at all is told as such, and no longer once it is", async () => {
  const { plans } = site.as("reader");
  const lost = await add("Recommendations", {
    Title: "9.9",
    Text: "Nobody’s.",
    Key: "lost",
    PlanId: null,
  });
  const open = await plans.open(site.planId);
  const whole = await plans.withStrays(open);
  expect(whole?.astray?.map(faultInWords)).toEqual([
    `Recommendations, item ${lost}, column PlanId: is empty, so the item is in no plan`,
  ]);
  await spoil("Recommendations", lost, { PlanId: site.planId });
  const next = whole && (await plans.changesSince(whole));
  expect(next?.astray).toEqual([]);
  expect(next?.recommendations.map(({ ref }) => ref)).toContain("9.9");
  await site.admin.sp.web.lists.getByTitle("Recommendations").items.getById(lost).recycle();
});

it("a plan that is deleted while it is open is said to be taken out, and followed again when it is back", async () => {
  const { plans } = site.as("reader");
  const open = await plans.open(site.planId);
  const bin = await site.admin.sp.web.lists
    .getByTitle("Plans")
    .items.getById(site.planId)
    .recycle();
  await expect(plans.changesSince(open)).rejects.toThrow(TakenOutError);
  await site.admin.sp.web.recycleBin.getById(bin).restore();
  expect((await plans.changesSince(open))?.plan.title).toBe("Small plan");
});

it("a column that somebody deletes while a plan is open is named", async () => {
  const { plans } = site.as("reader");
  const open = await plans.open(site.planId);
  await spoil("Actions", 1, { Text: "Train all nurses." });
  const { fields } = site.admin.sp.web.lists.getByTitle("Actions");
  await fields.getByInternalNameOrTitle("Milestones").delete();
  const read = plans.changesSince(open);
  await expect(read).rejects.toThrow(AlteredSiteError);
  await expect(read).rejects.toThrow("no column “Actions.Milestones” any more");
  await provision(site.admin);
  expect((await plans.changesSince(open))?.actions).toHaveLength(open.actions.length);
});
