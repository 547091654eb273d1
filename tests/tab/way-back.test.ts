import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { secondPlan } from "./support/second-plan.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const hashOf = (tab: Frame) => tab.evaluate(() => window.location.hash);
const shows = (tab: Frame, hash: string) => expect.poll(() => hashOf(tab)).toBe(hash);

/** The browser's own way back, of the window that Teams is in. */
const back = (page: Page) => page.evaluate(() => window.history.back());

it("the browser’s way back leads out of the drawer, to the view before, and at the end out of the tab", async () => {
  const { page, tab, close } = await teams.open({ person: "lead-a" });
  await tab.locator('[data-row="action/1"]').click();
  await tab.getByRole("dialog").waitFor();
  await tab.getByRole("textbox", { name: "What happened" }).fill("Half a sentence");
  await back(page);
  await tab.getByRole("dialog").waitFor({ state: "detached" });
  await shows(tab, "#plan");

  await tab.locator('[data-row="action/1"]').click();
  // Words stay, as when it is closed.
  expect(await tab.getByRole("textbox", { name: "What happened" }).inputValue()).toBe(
    "Half a sentence",
  );
  await tab.getByRole("button", { name: "Next action" }).click();
  await shows(tab, "#action/2");
  await back(page);
  await tab.getByRole("dialog").waitFor({ state: "detached" });

  await tab.getByRole("tab", { name: "Summary" }).click();
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  await tab.getByRole("tab", { name: "Changes" }).click();
  await shows(tab, "#changes");
  await back(page);
  await shows(tab, "#summary");
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  await back(page);
  await tab.locator('[data-row="action/1"]').waitFor();
  await page.evaluate(() => window.history.forward());
  await shows(tab, "#summary");
  await close();
});

it("what was closed by its button is not stopped at again on the way back", async () => {
  const { page, tab, close } = await teams.open({ person: "reader", place: "summary" });
  await tab.getByRole("tab", { name: "Plan", exact: true }).click();
  for (const id of [1, 2, 3]) {
    await tab.locator(`[data-row="action/${id}"]`).click();
    await shows(tab, `#action/${id}`);
    await tab.getByRole("button", { name: "Close", exact: true }).click();
    await tab.getByRole("dialog").waitFor({ state: "detached" });
  }
  await back(page);
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  expect(await hashOf(tab)).toBe("#summary");
  await close();
});

it("what a link opened is closed and opened again, and the way back closes it", async () => {
  const { page, tab, close } = await teams.open({ person: "reader", place: "action/2" });
  await tab.getByRole("button", { name: "Close", exact: true }).click();
  await tab.locator('[data-row="action/1"]').click();
  await shows(tab, "#action/1");
  await back(page);
  await tab.getByRole("dialog").waitFor({ state: "detached" });
  expect(await tab.locator('[data-row="action/1"]').isVisible()).toBe(true);
  await close();
});

it("from another plan it leads to the plan before", async () => {
  const { planId } = await secondPlan(teams);
  const { page, tab, close } = await teams.open({ person: "owner", place: "plan/1/summary" });
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  await tab.locator("h1").getByRole("button").click();
  await tab.getByRole("menuitemradio", { name: "Joint visit to Fenbrook" }).click();
  await tab.getByText("Two people at the telephone until ten.").first().waitFor();
  expect(new URL(tab.url()).searchParams.get("plan")).toBe(String(planId));
  await back(page);
  await tab.getByRole("heading", { name: "Rating by agency" }).waitFor();
  expect(new URL(tab.url()).searchParams.get("plan")).toBe("1");
  await close();
});
