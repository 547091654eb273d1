import type { Frame, Page } from "playwright-core";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { propose } from "./support/propose.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Shows or hides the tab, as Teams does when somebody goes to another one. */
async function show(tab: Frame, state: "visible" | "hidden"): Promise<void> {
  await tab.evaluate((visibility) => {
    Object.defineProperty(document, "visibilityState", { value: visibility, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}

/** The requests to SharePoint from now on. */
function asked(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/_api/")) requests.push(request.url());
  });
  return requests;
}

const line = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });

async function say(tab: Frame, note: string): Promise<void> {
  await propose(tab, note);
  await line(tab, note).waitFor();
}

describe("a tab that nobody looks at", () => {
  it("asks nothing, and looks at once when it is shown again", async () => {
    const { page, tab, close } = await teams.open({ person: "owner" });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    await show(tab, "hidden");
    // What was on its way when it was hidden is answered.
    await pause(500);
    const requests = asked(page);
    const lead = await teams.open({ person: "lead-a", place: "action/1" });
    await say(lead.tab, "While nobody looked.");
    await lead.close();
    await pause(5000);
    expect(requests).toEqual([]);
    await show(tab, "visible");
    await tab.locator('[data-row="action/1"].plan-row-changed').waitFor({ state: "attached" });
    expect(requests.length).toBeGreaterThan(0);
    await close();
  });
});

describe("somebody who is writing", () => {
  it("keeps the caret, the words and the place in the record while another's statement comes in", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "action/1", height: 600 });
    const words = tab.getByLabel("What happened");
    await words.fill("Half a sentence");
    await words.evaluate((element) => {
      if (element instanceof HTMLTextAreaElement) element.setSelectionRange(4, 4);
    });
    const record = tab.locator(".action-record");
    await line(tab, "").first().waitFor();
    await record.evaluate((element) => (element.scrollTop = 120));

    const other = await teams.open({ person: "lead-b", place: "action/1" });
    await say(other.tab, "From the other agency.");
    await other.close();
    await line(tab, "From the other agency.").waitFor({ state: "attached" });

    const caret = await words.evaluate((element) =>
      element instanceof HTMLTextAreaElement && element === document.activeElement
        ? element.selectionStart
        : undefined,
    );
    expect(caret).toBe(4);
    expect(await words.inputValue()).toBe("Half a sentence");
    expect(await record.evaluate((element) => element.scrollTop)).toBe(120);
    await close();
  });
});

describe("somebody who is choosing or reading", () => {
  it("keeps the open menu and what is chosen in it, the place and the marked words, while a rating comes in", async () => {
    const { page, tab, close } = await teams.open({ person: "owner" });
    const lead = await teams.open({ person: "lead-a", place: "action/1" });
    const scroller = tab.locator(".plan-scroller");
    await scroller.evaluate((list) => (list.scrollTop = list.scrollHeight / 2));
    const place = await scroller.evaluate((list) => list.scrollTop);
    await tab.getByRole("button", { name: "Rating", expanded: false }).press("Enter");
    const item = tab.getByRole("menuitemcheckbox").nth(2);
    await item.waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    const chosen = () => tab.evaluate(() => document.activeElement?.textContent);
    const before = await chosen();
    // Rows are put in their order once they have come to rest.
    await pause(1000);
    const marked = await tab.evaluate(() => {
      const rows = [...document.querySelectorAll(".plan-row-action .clamp")];
      const words = rows.find((row) => row.getBoundingClientRect().top > 400);
      if (words) getSelection()?.selectAllChildren(words);
      return String(getSelection());
    });
    expect(marked).not.toBe("");

    await say(lead.tab, "While somebody chooses.");
    const status = tab.getByRole("status").filter({ hasText: /action 1 changed/ });
    await status.waitFor({ state: "attached" });
    expect(await chosen()).toBe(before);
    expect(await item.isVisible()).toBe(true);
    expect(await scroller.evaluate((list) => list.scrollTop)).toBe(place);
    expect(await tab.evaluate(() => String(getSelection()))).toBe(marked);
    await lead.close();
    await close();
  });
});

describe("somebody who may no longer see the plan", () => {
  it("is told so, and goes on reading what they had", async () => {
    const { page, tab, close } = await teams.open({ person: "owner" });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    await page.route(/getchanges/, (route) => route.fulfill({ status: 403 }));
    await tab.getByText(/You may no longer see this plan.+This is how the plan stood/).waitFor();
    expect(await tab.getByRole("row").count()).toBeGreaterThan(5);
    await page.unroute(/getchanges/);
    await tab.getByRole("button", { name: "Try now" }).click();
    await tab.getByText(/^Updated /).waitFor();
    await close();
  });
});

describe("without a network", () => {
  it("the plan goes on being read, and says that a record cannot be", async () => {
    const { page, tab, close } = await teams.open({ person: "scrutiny", place: "action/1" });
    await line(tab, "").first().waitFor();
    await page.context().setOffline(true);
    await tab
      .getByText(/You are offline/)
      .first()
      .waitFor();
    await tab.getByRole("button", { name: "Next action" }).click();
    await tab.getByRole("heading", { name: "Marl Valley Hospitals NHS Trust" }).waitFor();
    await tab.getByText("The record could not be read.").waitFor();
    expect(await line(tab, "").count()).toBe(0);
    await page.context().setOffline(false);
    await tab.getByRole("button", { name: "Try again" }).click();
    await line(tab, "").first().waitFor();
    await close();
  });
});
