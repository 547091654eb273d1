import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { clocked, hurried, hurriedAway } from "./support/hurry.ts";
import { recycle as recycleIn, webIn } from "./support/recycle.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-gone-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const recycle = (list: string, id: number) => recycleIn(dataFolder, list, id);

/** What stands in a list about an action. */
async function saidOf(list: string, actionId: number): Promise<readonly string[]> {
  const column = list === "Challenges" ? "Question" : "Note";
  const rows: Record<string, string>[] = await webIn(dataFolder)
    .lists.getByTitle(list)
    .items.filter(`ActionId eq ${actionId}`)
    .select(column)();
  return rows.map((row) => row[column] ?? "");
}

const open = (person: string, place: string) => teams.open({ person, place, prepare: clocked });
const happened = (tab: Frame) => tab.getByRole("textbox", { name: "What happened" });
const text = (tab: Frame) => tab.getByRole("textbox", { name: "Action" });
const save = (tab: Frame) => tab.getByRole("button", { name: "Save" });

it("what was typed without a connection is not saved onto an action that was deleted meanwhile", async () => {
  const { page, tab, close } = await open("lead-a", "action/3");
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await happened(tab).fill("Written on the train.");
  await page.context().setOffline(true);
  await save(tab).click();
  await hurried(page, tab.getByText(/It is saved when you are connected again/));
  const putBack = await recycle("Actions", 3);
  await page.context().setOffline(false);

  await hurried(page, tab.getByText("No longer in the plan"));
  await tab.getByText(/It was taken out of the plan while you wrote\. Nothing was saved/).waitFor();
  expect(await happened(tab).inputValue()).toBe("Written on the train.");
  expect(await saidOf("Updates", 3)).not.toContain("Written on the train.");
  expect(await axeFindings(tab)).toEqual([]);

  await putBack();
  await hurriedAway(page, tab.getByText("No longer in the plan"));
  await save(tab).click();
  await tab.locator("[data-line]").filter({ hasText: "Written on the train." }).waitFor();
  await close();
});

it("a file on its way is stopped, and its words stay, where the action is deleted", async () => {
  const { page, tab, close } = await open("lead-a", "action/4");
  await tab.getByRole("radio", { name: /^Green/ }).check();
  await happened(tab).fill("Filmed on two wards.");
  const buffer = Buffer.alloc(5_000_000, 1);
  const mimeType = "video/mp4";
  await tab.getByLabel("Files of evidence").setInputFiles({ name: "Wards.mp4", mimeType, buffer });
  await tab.getByRole("radio", { name: "Impact" }).check();
  const held = Promise.withResolvers<void>();
  await page.route(/continueUpload/, async (route) => {
    await held.promise;
    return route.continue();
  });
  await save(tab).click();
  await tab.getByText("2.1 MB of 5 MB").waitFor();
  const putBack = await recycle("Actions", 4);
  await hurried(page, tab.getByText("No longer in the plan"));
  held.resolve();
  await tab.getByRole("progressbar").waitFor({ state: "detached" });
  expect(await happened(tab).inputValue()).toBe("Filmed on two wards.");
  await tab.getByText(/Nothing more can be saved here/).waitFor();
  expect(await saidOf("Updates", 4)).not.toContain("Filmed on two wards.");
  const library = tab.getByRole("button", { name: "Library" });
  await library.click();
  await tab.getByText(/has put no file into the library yet/).waitFor();
  await putBack();
  await close();
});

it("an owner who chooses between two wordings is told that the action is gone, and keeps both", async () => {
  const [one, other] = [await open("owner", "action/5"), await open("owner", "action/5")];
  for (const { tab } of [one, other])
    await tab.getByRole("button", { name: "Edit the action" }).click();
  await text(other.tab).fill("Count the visits each week.");
  await text(one.tab).fill("Count the visits each month.");
  await save(other.tab).click();
  await other.tab.getByText("Saved. The action reads as you changed it.").waitFor();
  await save(one.tab).click();
  await one.tab.getByRole("radio", { name: /Yours/ }).check();
  const putBack = await recycle("Actions", 5);
  await hurried(one.page, one.tab.getByText("No longer in the plan"));
  expect(await save(one.tab).getAttribute("aria-disabled")).toBe("true");
  const both = one.tab.getByRole("radiogroup", { name: /Action: changed twice/ });
  expect(await both.textContent()).toMatch(/each month\..*each week\./);
  await putBack();
  await hurriedAway(one.page, one.tab.getByText("No longer in the plan"));
  await save(one.tab).click();
  await one.tab.locator(".drawer-text").getByText("Count the visits each month.").waitFor();
  await one.close();
  await other.close();
});

it("a plan that is deleted as a whole says so wherever it is open, and goes on when it is back", async () => {
  const { page, tab, close } = await open("chair", "action/2");
  await tab.getByRole("tab", { name: "Question" }).click();
  const words = tab.getByRole("textbox", { name: "Question" });
  await words.fill("Who looks after this now?");
  const putBack = await recycle("Plans", 1);
  await hurried(page, tab.getByText("An administrator of the site has taken this whole plan out."));
  await tab
    .locator(".plan-sync")
    .getByText(/has taken this plan out\. This is how the plan stood/)
    .waitFor();
  expect(await words.inputValue()).toBe("Who looks after this now?");
  const put = tab.getByRole("button", { name: "Put the question" });
  expect(await put.getAttribute("aria-disabled")).toBe("true");
  expect(await axeFindings(tab)).toEqual([]);
  await putBack();
  await hurriedAway(page, tab.getByText("No longer there"));
  const [agency] = await tab.getByRole("radio").all();
  await agency?.check();
  await put.click();
  await tab.locator("[data-line]").filter({ hasText: "Who looks after this now?" }).waitFor();
  expect(await saidOf("Challenges", 2)).toContain("Who looks after this now?");
  await close();
});
