import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { agencyGroup } from "#sharepoint/access.ts";
import { addToGroup } from "#sharepoint/members.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { clocked, hurried } from "./support/hurry.ts";
import { webIn } from "./support/recycle.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-changed-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** The owner changes the action past this tab. */
const change = (id: number, values: { Text?: string; Agencies?: string }) =>
  webIn(dataFolder).lists.getByTitle("Actions").items.getById(id).update(values);

async function saidOf(actionId: number): Promise<readonly string[]> {
  const rows: { Note: string }[] = await webIn(dataFolder)
    .lists.getByTitle("Updates")
    .items.filter(`ActionId eq ${actionId}`)
    .select("Note")();
  return rows.map(({ Note }) => Note);
}

const open = (person: string, place: string) => teams.open({ person, place, prepare: clocked });
const happened = (tab: Frame) => tab.getByRole("textbox", { name: "What happened" });
const save = (tab: Frame, name = "Save") => tab.getByRole("button", { name, exact: true });
const lines = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });

it("a draft about an action that reads otherwise since says so, and is saved only when that was looked at", async () => {
  const { page, tab, close } = await open("lead-a", "action/3");
  await tab.getByRole("radio", { name: /^Green/ }).check();
  await happened(tab).fill("Every plan goes out the next morning.");
  await change(3, { Text: "Close the ward at night." });
  await hurried(page, tab.getByText("Changed since you began to write"));
  await tab.locator("form q").getByText("Send the safety plan to the GP").waitFor();
  expect(await happened(tab).inputValue()).toBe("Every plan goes out the next morning.");
  expect(await axeFindings(tab)).toEqual([]);

  await tab.evaluate(() => window.location.reload());
  await tab.getByText("Changed since you began to write").waitFor();
  await save(tab).click();
  await tab.getByRole("alert").getByText("What this is about was changed").waitFor();
  expect(await saidOf(3)).not.toContain("Every plan goes out the next morning.");
  await save(tab, "Save anyway").click();
  await lines(tab, "Every plan goes out the next morning.").waitFor();
  expect(await tab.getByText("Changed since you began to write").count()).toBe(0);

  // What is begun now is about how it reads now.
  await happened(tab).fill("Closed since Monday.");
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await save(tab).click();
  await lines(tab, "Closed since Monday.").waitFor();
  await close();
});

it("what was to be saved by itself without a connection is not said of an action that reads otherwise since", async () => {
  const { page, tab, close } = await open("lead-b", "action/4");
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await happened(tab).fill("Written in the lift.");
  await page.context().setOffline(true);
  await save(tab).click();
  await hurried(page, tab.getByText(/It is saved when you are connected again/));
  await change(4, { Text: "Ask nobody anything." });
  await page.context().setOffline(false);
  await hurried(page, tab.getByRole("alert").getByText("What this is about was changed"));
  expect(await saidOf(4)).not.toContain("Written in the lift.");
  await save(tab, "Save anyway").click();
  await lines(tab, "Written in the lift.").waitFor();
  await close();
});

it("words for an action that is another agency’s since are shown, cannot be sent, and can when it is theirs again", async () => {
  const { page, tab, close } = await open("lead-a", "action/10");
  await happened(tab).fill("Forty nurses were trained.");
  await change(10, { Agencies: "MVHT" });
  await hurried(page, tab.getByText("This is no longer yours to say"));
  expect(await happened(tab).inputValue()).toBe("Forty nurses were trained.");
  expect(await save(tab).getAttribute("aria-disabled")).toBe("true");
  expect(await axeFindings(tab)).toEqual([]);
  await tab.evaluate(() => window.location.reload());
  await tab.getByText("This is no longer yours to say").waitFor();
  expect(await happened(tab).inputValue()).toBe("Forty nurses were trained.");

  await change(10, { Agencies: "MVHT\nQCMH" });
  await tab.getByText("This is no longer yours to say").waitFor({ state: "detached" });
  await tab.getByRole("radio", { name: /^Green/ }).check();
  await save(tab).click();
  await lines(tab, "Forty nurses were trained.").waitFor();
  await close();
});

it("words that are nobody’s to say any more can be thrown away, and are then", async () => {
  const { page, tab, close } = await open("lead-a", "action/11");
  await happened(tab).fill("Sixty nurses were trained.");
  await change(11, { Agencies: "MVHT" });
  await hurried(page, tab.getByRole("button", { name: "Throw these words away" }));
  await tab.getByRole("button", { name: "Throw these words away" }).press("Enter");
  await happened(tab).waitFor({ state: "detached" });
  await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName)).toBe("H2");
  await change(11, { Agencies: "MVHT\nQCMH" });
  await hurried(page, happened(tab));
  expect(await happened(tab).inputValue()).toBe("");
  await close();
});

it("words said for one of two agencies are not said for the other by themselves, once it alone is left", async () => {
  const site = siteOfApp({ settings: join(dataFolder, "settings.env") });
  await addToGroup(site, agencyGroup("MVHT"), "lead-a@marlshire.example");
  const { page, tab, close } = await open("lead-a", "action/7");
  const speaker = tab.getByRole("radiogroup", { name: "As which agency?" });
  await speaker.getByRole("radio", { name: /Quillbourne/ }).check();
  await happened(tab).fill("Said for Quillbourne.");
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await change(7, { Agencies: "MVHT" });
  await hurried(page, tab.getByText("As Marl Valley Hospitals NHS Trust").first());
  await save(tab).click();
  await tab.getByRole("alert").getByText("What this is about was changed").waitFor();
  expect(await saidOf(7)).not.toContain("Said for Quillbourne.");
  await close();
});

it("words for none of two agencies yet are for the one that is left", async () => {
  const { page, tab, close } = await open("lead-a", "action/8");
  const speaker = tab.getByRole("radiogroup", { name: "As which agency?" });
  await speaker.waitFor();
  await happened(tab).fill("Nobody was named yet.");
  await change(8, { Agencies: "MVHT" });
  await hurried(page, tab.getByText("As Marl Valley Hospitals NHS Trust").first());
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await save(tab).click();
  await save(tab, "Save anyway").click();
  const line = lines(tab, "Nobody was named yet.");
  await line.waitFor();
  expect(await line.textContent()).toContain("Marl Valley Hospitals NHS Trust proposed Amber");
  await close();
});
