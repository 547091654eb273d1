import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { recycle } from "./support/recycle.ts";
import { secondPlan, type SecondPlan } from "./support/second-plan.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-settings-"));
let teams: ATeams;
let second: SecondPlan;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
  second = await secondPlan(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const newest = "Joint visit to Fenbrook";
const older = /^Health services for looked after children/;

const tabsOf = (page: Page) => page.getByRole("navigation", { name: /Tabs of/ }).getByRole("link");
const shown = (page: Page) => page.frameLocator("iframe[name=tab]");
const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true });

/** The page of the app in the dialog that this button of Teams opens. */
async function dialogOf(page: Page, button: string): Promise<Frame> {
  await page.getByRole("button", { name: button }).click();
  const question = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!question) throw new Error("The dialog shows no page.");
  await question.getByRole("heading", { level: 1 }).waitFor();
  return question;
}

async function addTab(page: Page, plan: string | RegExp): Promise<void> {
  const before = await tabsOf(page).count();
  const question = await dialogOf(page, "Add a tab");
  await question.getByRole("radio", { name: plan }).check();
  await save(page).click();
  await expect.poll(() => tabsOf(page).count()).toBe(before + 1);
}

it("a tab that is set up again begins with its plan, changes it for everybody, and says that its name stays", async () => {
  const { page, close } = await teams.open({ person: "owner" });
  await addTab(page, newest);
  await shown(page).getByText("Two people at the telephone").waitFor();

  const question = await dialogOf(page, `Settings of ${newest}`);
  expect(await question.getByRole("radio", { name: newest }).isChecked()).toBe(true);
  expect(await question.getByText(/leaves the tab the name/).count()).toBe(0);
  await page.getByRole("button", { name: "Cancel" }).click();
  await shown(page).getByText("Two people at the telephone").waitFor();

  const again = await dialogOf(page, `Settings of ${newest}`);
  await again.getByRole("radio", { name: older }).check();
  await again.getByText(/leaves the tab the name that it has/).waitFor();
  expect(await axeFindings(again)).toEqual([]);
  await save(page).click();
  await shown(page).getByText("1.1", { exact: true }).first().waitFor();
  expect(await tabsOf(page).last().textContent()).toBe(newest);

  const other = await teams.open({ person: "scrutiny" });
  await tabsOf(other.page).last().click();
  await shown(other.page).getByText("1.1", { exact: true }).first().waitFor();
  await other.close();
  await close();
});

it("links from two tabs on two plans lead to the plan that each shows, whichever tab they open", async () => {
  const { page, close } = await teams.open({ person: "owner" });
  await addTab(page, newest);
  await shown(page).getByText("Two people at the telephone").waitFor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await shown(page).locator(`[data-row="action/${second.actionId}"]`).click();
  await shown(page).getByRole("button", { name: "Copy link" }).click();
  await shown(page).getByRole("button", { name: "Link copied" }).waitFor();
  const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
  const { subEntityId } = JSON.parse(link.searchParams.get("context") ?? "");
  expect(subEntityId).toBe(`plan/${second.planId}/action/${second.actionId}`);

  // Every tab of the app in a channel has one name for links, so that Teams opens the first.
  const followed = await teams.open({ person: "scrutiny", place: subEntityId });
  await followed.tab.getByRole("dialog").getByText("Two people at the telephone").first().waitFor();
  await followed.tab.getByRole("button", { name: "Close", exact: true }).click();
  await followed.tab.locator("h1").getByRole("button").click();
  await followed.tab.getByRole("menuitemradio", { name: older }).click();
  await followed.tab.getByText("1.1", { exact: true }).first().waitFor();
  await followed.close();
  await close();
});

it("a tab whose plan is gone says so in its settings, and takes no other by itself", async () => {
  const { page, close } = await teams.open({ person: "owner" });
  await addTab(page, newest);
  await shown(page).getByText("Two people at the telephone").waitFor();
  const putBack = await recycle(dataFolder, "Plans", second.planId);
  const question = await dialogOf(page, `Settings of ${newest}`);
  await question.getByText(/The plan that this tab showed is no longer on the site/).waitFor();
  expect(await question.getByRole("radio", { checked: true }).count()).toBe(0);
  expect(await save(page).isDisabled()).toBe(true);
  await putBack();
  await close();
});
