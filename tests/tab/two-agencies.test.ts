import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { agencyGroup } from "#sharepoint/access.ts";
import { addToGroup } from "#sharepoint/members.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { arrowTo, inTab, tabTo } from "./support/keyboard.ts";

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
    await expect
      .poll(() => tab.evaluate(() => document.activeElement?.getAttribute("type")))
      .toBe("radio");

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
    // What is no later date is said of the field, and not by SharePoint's refusal.
    await tab.getByLabel("The date you ask for").fill("2020-01-31");
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText(/^Choose a day after .*, when it is due now\.$/).waitFor();
    await tab.getByRole("button", { name: "Next action" }).click();
    await tab.getByText(`As ${trust}`).waitFor();
    expect(await tab.getByRole("radiogroup", { name: "As which agency?" }).count()).toBe(0);
    await close();
  });
});

const film = { name: "Film.mp4", mimeType: "video/mp4", buffer: Buffer.alloc(5_000_000, 1) };

/** An owner gives the action to all agencies in other words, and the group asks one of them something. */
async function othersAtWork(): Promise<void> {
  const owner = await teams.open({ person: "owner", place: "action/2" });
  await owner.tab.getByRole("button", { name: "Edit the action" }).click();
  await owner.tab.getByRole("textbox", { name: "Action" }).fill("All of us count the visits.");
  for (const agency of await owner.tab.locator(".definition-agencies").getByRole("checkbox").all())
    await agency.check();
  await owner.tab.getByRole("button", { name: "Save" }).click();
  await owner.tab.getByText("Saved. The action reads as you changed it.").waitFor();
  await owner.close();
  const chair = await teams.open({ person: "chair", place: "action/2" });
  await chair.tab.getByRole("tab", { name: "Question" }).click();
  await chair.tab.getByRole("textbox", { name: "Question" }).fill("Who counts them?");
  await chair.tab.getByRole("radio", { name: trust }).check();
  await chair.tab.getByRole("button", { name: "Put the question" }).click();
  await chair.tab.locator("[data-line]").filter({ hasText: "Who counts them?" }).waitFor();
  await chair.close();
}

describe("everything at once, by keyboard", () => {
  it("keeps the words, the file and the place while others change the action and ask about it", async () => {
    const { page, tab: before, close } = await teams.open({ person: "lead-a", place: "action/2" });
    await before.getByLabel("What happened").fill("Half of them are counted.");
    await page.reload();
    const tab = await (await page.waitForSelector("iframe")).contentFrame();
    if (!tab) throw new Error("The page shows no tab.");
    const named = inTab(tab);
    const words = named("textbox", "What happened");
    await expect.poll(() => words.inputValue()).toBe("Half of them are counted.");
    await arrowTo(page, named("radio", /^Blue/), named("radio", /^Amber/));
    await tab.getByLabel("Files of evidence").setInputFiles(film);
    const shows = tab.getByRole("radiogroup", { name: /^What it shows.*Film/ }).getByRole("radio");
    await arrowTo(page, shows.first(), shows.last());
    // Whoever looks at another form finds the file when they come back.
    await tabTo(page, named("tab", "Rating"));
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await named("textbox", "Why it is needed").waitFor();
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Enter");
    await tab.getByText("5 MB", { exact: true }).waitFor();

    const held = Promise.withResolvers<void>();
    await page.route(/continueUpload/, async (route) => {
      await held.promise;
      return route.continue();
    });
    const save = named("button", /^Sav/);
    await tabTo(page, save);
    await page.keyboard.press("Enter");
    await tab.getByText("Sending Film.mp4, file 1 of 1.").waitFor();
    await othersAtWork();
    await tab.locator(".drawer-text").getByText("All of us count the visits.").waitFor();
    expect(await tab.locator(".statements li").count()).toBeGreaterThanOrEqual(6);
    expect(await save.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await words.inputValue()).toBe("Half of them are counted.");
    held.resolve();
    const line = tab.locator("[data-line]").filter({ hasText: "Half of them are counted." });
    await line.getByRole("link", { name: "Film.mp4" }).waitFor();
    await expect.poll(() => line.evaluate((one) => one === document.activeElement)).toBe(true);

    await tabTo(page, tab.getByRole("button", { name: "Answer" }).first(), "Shift+Tab");
    await page.keyboard.press("Enter");
    await tabTo(page, named("textbox", "Answer"));
    await page.keyboard.type("The ward clerks.");
    await tabTo(page, named("button", "Save"));
    await page.keyboard.press("Enter");
    await tab.locator("[data-line]").filter({ hasText: "The ward clerks." }).waitFor();
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
