import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const themes = ["default", "dark", "contrast"] as const;
/** Pixels of the window: Teams on a laptop, a tablet, a phone or 400 % zoom. */
const widths = [1440, 768, 320];

/** What axe finds, and whether anything has to be scrolled sideways. */
async function faultsIn(frame: Frame): Promise<string[]> {
  const sideways = await frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const findings = await axeFindings(frame);
  return sideways > 0 ? [...findings, `scrolls ${sideways} pixels sideways`] : findings;
}

describe.each(themes)("in the theme %s", (theme) => {
  it.each(widths)("the plan is sound at %i pixels", async (width) => {
    const { tab, close } = await teams.open({ person: "lead-a", theme, width });
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await close();
  });

  it.each(widths)("an action with its form is sound at %i pixels", async (width) => {
    const { tab, close } = await teams.open({ person: "lead-a", theme, width, place: "action/1" });
    await tab.getByRole("button", { name: "Save" }).waitFor();
    await tab.getByRole("listitem").filter({ hasText: "proposed" }).first().waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText("Choose a rating.").waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await close();
  });

  it.each([1440, 320])(
    "a recommendation, and a link to nothing, are sound at %i pixels",
    async (width) => {
      for (const place of ["recommendation/1", "action/999999"]) {
        const { tab, close } = await teams.open({ person: "scrutiny", theme, width, place });
        await tab.getByRole("button", { name: "Close" }).waitFor();
        expect(await faultsIn(tab)).toEqual([]);
        await close();
      }
    },
  );

  it.each([1440, 320])("a search without a match is sound at %i pixels", async (width) => {
    const { tab, close } = await teams.open({ person: "chair", theme, width });
    await tab.getByRole("searchbox").fill("no such words");
    await tab.getByRole("heading", { name: /Nothing matches/ }).waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await tab.getByRole("button", { name: "Show the whole plan" }).click();
    await tab.getByText("1.1", { exact: true }).first().waitFor();
    await close();
  });

  it.each([1440, 320])(
    "somebody without a right is told so, soundly, at %i pixels",
    async (width) => {
      const { tab, close } = await teams.open({ person: "outsider", theme, width });
      await tab.getByRole("heading", { name: "You may not see this plan" }).waitFor();
      expect(await faultsIn(tab)).toEqual([]);
      await close();
    },
  );

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
    await tab.getByRole("heading", { name: "Record" }).waitFor();
    await tab.getByRole("listitem").filter({ hasText: "proposed" }).first().waitFor();
    expect(await tab.getByText("Propose a rating").count()).toBe(0);
    await close();
  });
});
