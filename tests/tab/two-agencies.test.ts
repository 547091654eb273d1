import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { agencyGroup } from "#sharepoint/access.ts";
import { addToGroup } from "#sharepoint/members.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";

const trust = "Marl Valley Hospitals NHS Trust";
const mental = "Quillbourne Community and Mental Health NHS Trust";

let teams: ATeams;
beforeAll(async () => {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-two-"));
  teams = await aTeams({ dataFolder });
  const site = siteOfApp({ settings: join(dataFolder, "settings.env") });
  await addToGroup(site, agencyGroup("MVHT"), "lead-a@marlshire.example");
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

describe("somebody in two of an action's agencies", () => {
  it("chooses as whom they speak, and speaks for that agency alone", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
    const whom = tab.getByRole("radiogroup", { name: "As which agency?" });
    await whom.waitFor();
    expect(await whom.getByRole("radio", { checked: true }).count()).toBe(0);
    await tab.getByRole("radio", { name: /^Amber/ }).check();
    await tab.getByLabel("What happened").fill("Two wards have begun.");
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText("Choose which agency you speak for.").waitFor();
    expect(await tab.evaluate(() => document.activeElement?.getAttribute("type"))).toBe("radio");

    await whom.getByRole("radio", { name: trust }).check();
    await tab.locator(".pane-save").getByText(`As ${trust}.`).waitFor();
    await tab.getByRole("button", { name: "Save" }).click();
    const line = tab.locator("[data-line]").filter({ hasText: "Two wards have begun." });
    await line.getByText(`${trust} proposed Amber`).waitFor();

    const stated = tab.locator(".statements li");
    await stated.filter({ hasText: trust }).getByText("Amber").waitFor();
    expect(await stated.filter({ hasText: mental }).textContent()).toContain("Blue");
    await close();
  });

  it("is asked too when they ask for a later date, and not about an action of one of them", async () => {
    const { tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
    await tab.getByRole("tab", { name: "Date" }).click();
    await tab.getByRole("radiogroup", { name: "As which agency?" }).waitFor();
    await tab.getByRole("button", { name: "Next action" }).click();
    await tab.getByText(`As ${trust}`).waitFor();
    expect(await tab.getByRole("radiogroup", { name: "As which agency?" }).count()).toBe(0);
    await close();
  });
});

describe("a shared action", () => {
  it("shows what each agency stated, and who has said nothing", async () => {
    const { tab, close } = await teams.open({ person: "scrutiny", place: "plan?rating=not-rated" });
    await tab.getByText("1 of 45 shown").waitFor();
    await tab.locator('[data-row^="action/"]').first().click();
    const agencies = tab.getByRole("dialog").locator(".statements li");
    await agencies.filter({ hasText: "Has said nothing yet" }).first().waitFor();
    for (const line of await agencies.allTextContents())
      expect(line).toMatch(/Proposed|Has said nothing yet/);
    await close();
  });
});
