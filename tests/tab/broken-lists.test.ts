import "@pnp/sp/fields/index.js";
import "@pnp/sp/items/index.js";
import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { secondPlan, type SecondPlan } from "./support/second-plan.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-broken-"));
let teams: ATeams;
let second: SecondPlan;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
  second = await secondPlan(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const items = (list: string) =>
  siteOfApp({ settings: join(dataFolder, "settings.env") }).sp.web.lists.getByTitle(list).items;

/** Somebody changes an item past the app, as an administrator of the site may. */
const spoil = (list: string, id: number, values: object) => items(list).getById(id).update(values);

const newest = "Joint visit to Fenbrook";
const why = /column Scheme: is empty\. Put it right in the list in SharePoint/;

it("a plan without its scheme is refused by itself; the others open, and every list of plans says which and why", async () => {
  await spoil("Plans", second.planId, { Scheme: "" });
  const { page, tab, close } = await teams.open({ person: "owner" });
  await tab.locator('[data-row="action/1"]').waitFor();
  await tab.getByText(`The plan “${newest}” cannot be opened.`).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await tab.locator("h1").getByRole("button").click();
  const there = tab.getByRole("menuitemradio", { name: newest });
  expect(await there.getAttribute("aria-disabled")).toBe("true");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Add a tab" }).click();
  const question = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  await question?.getByText(why).waitFor();
  expect(await question?.getByRole("radio", { name: newest }).isDisabled()).toBe(true);
  expect(await question?.getByRole("radio", { checked: true }).count()).toBe(1);
  await close();

  const linked = await teams.open({ person: "owner", place: `plan/${second.planId}/summary` });
  await linked.tab.getByRole("heading", { name: "The plan could not be opened" }).waitFor();
  await linked.tab.getByText(why).waitFor();
  await linked.close();
});

it("what cannot be right in a plan is listed, its record can be read, and nothing is rated better for it", async () => {
  const { tab, close } = await teams.open({ person: "chair" });
  const row = tab.locator('[data-row="action/1"]');
  await row.waitFor();
  const about = { PlanId: 1, ActionId: 1, RecommendationId: 1 };
  await spoil("Actions", 1, { Due: "31.02.2027", Text: "Train everybody. ".repeat(3500) });
  await items("Decisions").add({
    ...about,
    Key: randomUUID(),
    Kind: "rating-agreed",
    Rating: "Blau",
  });

  await tab.getByText("2 entries in this plan’s lists cannot be right.").click();
  await tab.getByText("Actions, item 1, column Due: “31.02.2027” is no day that exists").waitFor();
  await tab.getByText(/column Rating: “Blau” is no rating of this plan/).waitFor();
  await row.getByText("Not rated").first().waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await row.click();
  await tab.getByText("The group agreed Not rated").waitFor();
  await tab.getByText(/This cannot be right\. Decisions, item \d+, column Rating/).waitFor();
  await close();
});

it("a list that has lost a column is said to have, and who puts it back", async () => {
  const { sp } = siteOfApp({ settings: join(dataFolder, "settings.env") });
  await sp.web.lists
    .getByTitle("Recommendations")
    .fields.getByInternalNameOrTitle("Outcome")
    .delete();
  const { tab, close } = await teams.open({ person: "reader", place: "plan/1/summary" });
  await tab.getByRole("heading", { name: "This site is not ready for a plan" }).waitFor();
  await tab.getByText(/the column “Recommendations\.Outcome”/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});
