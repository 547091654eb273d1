import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { secondPlan } from "./support/second-plan.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
  await secondPlan(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const newest = "Joint visit to Fenbrook";

describe("a link into an older plan", () => {
  it("opens that plan, though the tab shows the newest by itself, and can be copied again", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", place: "plan/1/action/3" });
    await tab.getByRole("region", { name: "Record" }).waitFor();
    expect(await tab.locator("h1").textContent()).not.toContain(newest);

    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await tab.getByRole("button", { name: "Copy link" }).click();
    await tab.getByRole("button", { name: "Link copied" }).waitFor();
    const link = new URL(await page.evaluate(() => navigator.clipboard.readText()));
    expect(JSON.parse(link.searchParams.get("context") ?? "")).toMatchObject({
      subEntityId: "plan/1/action/3",
    });
    await close();
  });

  it("leaves the way to the other plans, where a reload stays", async () => {
    const { tab, close } = await teams.open({ person: "owner", place: "plan/1/action/3" });
    await tab.getByRole("button", { name: "Close", exact: true }).click();
    await tab.locator("h1").getByRole("button").click();
    await tab.getByRole("menuitemradio", { name: newest }).click();
    await tab.getByText("Two people at the telephone").waitFor();
    expect(await tab.getByRole("dialog").count()).toBe(0);
    await tab.evaluate(() => window.location.reload());
    await tab.getByText("Two people at the telephone").waitFor();
    await close();
  });
});

const tabsOf = (page: Page) => page.getByRole("navigation", { name: /Tabs of/ }).getByRole("link");

/** Presses + and gives the page of the app in the dialog. */
async function addTab(page: Page) {
  await page.getByRole("button", { name: "Add a tab" }).click();
  const question = await (await page.waitForSelector("iframe[name=settings]")).contentFrame();
  if (!question) throw new Error("The dialog shows no page.");
  return question;
}

describe("adding a tab to the channel", () => {
  it("asks which plan, the newest chosen beforehand, and everybody's channel gets that tab", async () => {
    const other = await teams.open({ person: "scrutiny" });
    const { page, close } = await teams.open({ person: "lead-a" });
    const question = await addTab(page);
    await question.getByText("Ofsted · published 3 February 2026").waitFor();
    expect(await question.getByRole("radio", { name: newest }).isChecked()).toBe(true);
    expect(await axeFindings(question)).toEqual([]);
    await question.getByRole("radio").last().check();
    await page.getByRole("button", { name: "Save", exact: true }).click();

    await expect.poll(() => tabsOf(page).count()).toBe(3);
    await expect.poll(() => tabsOf(page).last().getAttribute("aria-current")).toBe("page");
    await expect.poll(() => tabsOf(other.page).count()).toBe(3);
    await tabsOf(other.page).last().click();
    for (const each of [page, other.page]) {
      const shown = each.frameLocator("iframe[name=tab]");
      await shown.getByText("1.1", { exact: true }).first().waitFor();
    }
    await close();
    await other.close();
  });

  it.each(["dark", "contrast"] as const)(
    "adds nothing where it is cancelled; the question is sound in the theme %s, at 320 pixels too",
    async (theme) => {
      const { page, close } = await teams.open({ person: "lead-b", theme });
      const before = await tabsOf(page).count();
      const question = await addTab(page);
      await question.getByRole("radio", { name: newest }).waitFor();
      expect(await axeFindings(question)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await question.waitForFunction(() => window.innerWidth < 320);
      expect(await axeFindings(page.mainFrame())).toEqual([]);
      const sideways = await question.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await page.getByRole("button", { name: "Cancel" }).click();
      await page.locator("dialog").waitFor({ state: "detached" });
      expect(await tabsOf(page).count()).toBe(before);
      await close();
    },
  );

  it("cannot be saved by somebody who may see no plan, and says why", async () => {
    const { page, close } = await teams.open({ person: "outsider" });
    const question = await addTab(page);
    await question.getByRole("heading", { name: "You may not see this plan" }).waitFor();
    expect(await page.getByRole("button", { name: "Save", exact: true }).isDisabled()).toBe(true);
    await close();
  });
});
