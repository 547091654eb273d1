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

/** The personal app of somebody, opened from their chat with it. */
async function mine(person: string, theme = "default") {
  const page = await teams.openAlone(`${teams.address}/as/${person}/chat?theme=${theme}`);
  await page.getByRole("link", { name: "Mine" }).click();
  const frame = await (await page.waitForSelector("iframe")).contentFrame();
  if (!frame) throw new Error("The personal app shows no page.");
  await frame.getByRole("heading", { level: 1 }).waitFor();
  return { page, tab: frame, close: () => page.context().close() };
}

describe("the personal app", () => {
  it("begins with what waits for the person in all plans, and leads to it and back", async () => {
    const { tab, close } = await mine("lead-a");
    const soon = tab.getByRole("region", { name: "Due in the next 30 days" });
    const first = soon.getByRole("button").first();
    const text = (await first.locator(".clamp").textContent()) ?? "";
    await first.click();
    await tab.getByRole("dialog").getByText(text).first().waitFor();
    await tab.getByRole("button", { name: "Close", exact: true }).click();
    await tab.getByRole("button", { name: "Mine", exact: true }).first().click();
    await soon.waitFor();
    expect(await soon.getByRole("button").count()).toBeGreaterThan(0);
    await close();
  });

  it("lists the plans of the site, and opens the one that is pressed", async () => {
    const { tab, close } = await mine("chair");
    await tab.getByRole("heading", { name: "Nothing waits for you" }).waitFor();
    const plans = tab.getByRole("region", { name: "Plans" });
    expect(await plans.getByRole("button").count()).toBe(2);
    await plans.getByRole("button", { name: /Joint visit to Fenbrook/ }).click();
    await tab.getByText("Two people at the telephone").waitFor();
    await close();
  });

  it.each(["default", "dark", "contrast"] as const)(
    "is sound in the theme %s, at 320 pixels too",
    async (theme) => {
      const { page, tab, close } = await mine("lead-b", theme);
      await tab.getByRole("region", { name: "Plans" }).waitFor();
      expect(await axeFindings(tab)).toEqual([]);
      await page.setViewportSize({ width: 320, height: 700 });
      await tab.waitForFunction(() => window.innerWidth <= 320);
      expect(await axeFindings(tab)).toEqual([]);
      const sideways = await tab.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(sideways).toBe(0);
      await close();
    },
  );
});
