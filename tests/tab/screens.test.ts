import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, type TeamsWindow } from "./support/a-teams.ts";
import { faultsIn, resize } from "./support/looks.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const themes = ["default", "dark", "contrast"] as const;
/** Pixels of the window: Teams on a laptop, a tablet, a phone or 400 % zoom. */
const widths = [1440, 768, 320];

/** The faults at every width, each with its width. */
async function faultsAtAllWidths(window: TeamsWindow): Promise<string[]> {
  const faults: string[] = [];
  for (const width of widths) {
    await resize(window, width);
    faults.push(...(await faultsIn(window.tab)).map((fault) => `${width}: ${fault}`));
  }
  return faults;
}

describe.each(themes)("in the theme %s, at 1440, 768 and 320 pixels", (theme) => {
  it("the plan is sound", async () => {
    const window = await teams.open({ person: "lead-a", theme });
    await window.tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.close();
  });

  it("an action with its form is sound, empty and refused", async () => {
    const window = await teams.open({ person: "lead-a", theme, place: "action/1" });
    await window.tab.locator("[data-line]").first().waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.tab.getByRole("button", { name: "Save" }).click();
    await window.tab.getByText("Choose a rating.").waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.close();
  });

  it("a recommendation, and a link to nothing, are sound", async () => {
    for (const place of ["recommendation/1", "action/999999"]) {
      const window = await teams.open({ person: "scrutiny", theme, place });
      await window.tab.getByRole("button", { name: "Close", exact: true }).waitFor();
      expect(await faultsAtAllWidths(window)).toEqual([]);
      await window.close();
    }
  });

  it("a search without a match is sound, and leads back to the whole plan", async () => {
    const window = await teams.open({ person: "chair", theme });
    await window.tab.getByRole("searchbox").fill("no such words");
    await window.tab.getByRole("heading", { name: /Nothing matches/ }).waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.tab.getByRole("button", { name: "Show the whole plan" }).click();
    await window.tab.getByText("1.1", { exact: true }).first().waitFor();
    await window.close();
  });

  it("somebody without a right is told so, soundly", async () => {
    const window = await teams.open({ person: "outsider", theme });
    await window.tab.getByRole("heading", { name: "You may not see this plan" }).waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.close();
  });

  it("a theme changed in Teams changes the tab at once", async () => {
    const { page, tab, close } = await teams.open({ person: "owner", theme });
    const other = theme === "dark" ? "contrast" : "dark";
    await page.getByLabel("Theme").selectOption(other);
    await tab.locator(`.tab-${other}`).waitFor();
    expect(await tab.locator("html").getAttribute("data-theme")).toBe(other);
    await close();
  });
});

describe("outside Teams", () => {
  it.each([1440, 320])("the page says how to open it, at %i pixels", async (width) => {
    const page = await teams.openAlone(teams.tabAddress, width);
    await page.getByRole("heading", { name: "Open the action plan in Microsoft Teams" }).waitFor();
    expect(await faultsIn(page.mainFrame())).toEqual([]);
    await page.context().close();
  });
});

describe("a reader", () => {
  it("sees the record of an action and no form", async () => {
    const { tab, close } = await teams.open({ person: "scrutiny", place: "action/1" });
    await tab.locator("[data-line]").first().waitFor();
    expect(await tab.getByText("Propose a rating").count()).toBe(0);
    await close();
  });
});

describe("a tab whose plan cannot be read", () => {
  it("says what happened, soundly, and opens it when SharePoint is back", async () => {
    const broken = /_api\/\$batch/;
    const window = await teams.open({
      person: "owner",
      prepare: (page) => page.route(broken, (route) => route.fulfill({ status: 500 })),
    });
    await window.tab.getByRole("heading", { name: "The plan could not be opened" }).waitFor();
    expect(await faultsAtAllWidths(window)).toEqual([]);
    await window.page.unroute(broken);
    await window.tab.getByRole("button", { name: "Try again" }).click();
    await window.tab.getByText("1.1", { exact: true }).first().waitFor();
    await window.close();
  });
});
