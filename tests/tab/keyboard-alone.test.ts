import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { arrowTo, inTab, tabTo } from "./support/keyboard.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** A tab that no mouse and no finger reaches. */
const untouchable = async (page: Page) => {
  await page.addInitScript(() => {
    for (const kind of ["pointerdown", "mousedown", "click", "touchstart"])
      window.addEventListener(
        kind,
        (event) => {
          // A key makes a click too, one that was nowhere.
          const isKey = event instanceof MouseEvent && event.detail === 0;
          if (!isKey) event.stopImmediatePropagation();
        },
        true,
      );
  });
};

/** What has the keyboard: its row, else its name. */
const here = (tab: Frame) =>
  tab.evaluate(() => {
    const { activeElement: one } = document;
    return (
      one?.getAttribute("data-row") ?? one?.getAttribute("aria-label") ?? one?.textContent ?? ""
    );
  });

describe("with the keyboard alone", () => {
  it("a thread is opened and keeps the keyboard, though the tab beside it becomes narrow", async () => {
    const { page, tab, close } = await teams.open({
      person: "lead-a",
      place: "action/3",
      width: 1200,
      prepare: untouchable,
    });
    const thing = inTab(tab);
    await tabTo(page, thing("button", "Discuss"));
    await page.keyboard.press("Enter");
    const thread = page.getByRole("complementary", { name: "Conversation" });
    await thread.getByText("Open in plan").first().waitFor();
    await tab.waitForFunction(() => window.innerWidth < 840);
    expect(await thread.evaluate((beside) => beside.contains(document.activeElement))).toBe(true);
    // What the drawer covers now is out of reach.
    await expect.poll(() => tab.locator("main").getAttribute("inert")).toBe("");
    await thread.getByRole("button", { name: "Close" }).press("Enter");
    await expect.poll(() => tab.locator("main").getAttribute("inert")).toBeNull();
    // Closed with what had the keyboard, it gives it back.
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("IFRAME");
    await expect.poll(() => here(tab)).toBe("Discuss");
    await close();
  });

  it("the chair puts a question that a check drafted, and comes back to where they were", async () => {
    const { page, tab, close } = await teams.open({
      person: "chair",
      place: "challenges?show=checks",
      prepare: untouchable,
    });
    const thing = inTab(tab);
    const first = thing("button", "1.1, action 3");
    await first.first().waitFor();
    await tabTo(page, first.first());
    await page.keyboard.press("Enter");
    await tab.getByRole("dialog", { name: /^Recommendation 1\.1 · action 3 of 4/ }).waitFor();
    await tabTo(page, thing("tab", "Decide"));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    const agencies = tab.getByRole("radiogroup", { name: "To which agency?" });
    await arrowTo(page, agencies.getByRole("radio").first(), agencies.getByRole("radio").last());
    await tabTo(page, thing("textbox", "Question"));
    await page.keyboard.type("What is left to do at weekends?");
    await tabTo(page, thing("button", "Put the question"));
    await page.keyboard.press("Enter");
    await tab.getByText("What is left to do at weekends?").first().waitFor();
    await page.keyboard.press("Escape");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    await expect.poll(() => here(tab)).toBe("1.1, action 3");
    await close();
  });

  it("views are opened and left, filters cleared, and the keyboard is never nowhere", async () => {
    const { tab, close } = await teams.open({ person: "owner", prepare: untouchable });
    const thing = inTab(tab);
    await thing("button", "Import").press("Enter");
    await expect.poll(() => here(tab)).toBe("Import a document");
    await thing("button", "Back to the plan").press("Enter");
    await expect.poll(() => here(tab)).toMatch(/^Plan/);
    await thing("tab", "Summary").press("Enter");
    await thing("button", /^Marl Valley Hospitals NHS Trust, Green/).press("Enter");
    await expect.poll(() => here(tab)).toMatch(/^Plan/);
    await thing("button", "Clear filters").press("Enter");
    await expect.poll(() => here(tab)).toBe("45 of 45 shown");
    await thing("searchbox", "Search the plan").fill("no such words");
    await thing("button", "Show the whole plan").press("Enter");
    await expect.poll(() => here(tab)).toBe("45 of 45 shown");
    await close();
  });

  it("an action opened under one of its agencies leads back to that row", async () => {
    const { page, tab, close } = await teams.open({
      person: "owner",
      place: "plan?group=agency",
      prepare: untouchable,
    });
    const row = tab.locator('tr[data-row*="/action/"]').nth(3);
    await row.focus();
    const before = await here(tab);
    await page.keyboard.press("Enter");
    await tab.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await expect.poll(() => here(tab)).toBe(before);
    await close();
  });
});

describe("to a screen reader", () => {
  it("each cell of a recommendation stands under the head of its own column", async () => {
    const { tab, close } = await teams.open({ person: "owner" });
    await tab.getByRole("columnheader", { name: "Checks" }).waitFor();
    const heads = await tab.getByRole("columnheader").allTextContents();
    const cells = tab.getByRole("row", { name: /^Recommendation 1\.1:/ }).getByRole("gridcell");
    const words = await cells.allTextContents();
    expect(words).toHaveLength(heads.length);
    expect(words[heads.indexOf("Lead")]).toBe("");
    expect(words[heads.indexOf("Rating")]).toContain("Lowest");
    expect(words[heads.indexOf("Evidence")]).toMatch(/^\d+ evidence$/);
    await close();
  });
});
