import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import "@pnp/sp/items/index.js";
import { siteOfApp } from "#cli/site-of-app.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-removed-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Into the recycle bin, as only an administrator of the site may: here the app itself. */
async function recycle(list: string, id: number): Promise<void> {
  const { sp } = siteOfApp({ settings: join(dataFolder, "settings.env") });
  await sp.web.lists.getByTitle(list).items.getById(id).recycle();
}

it("an action that an administrator deletes leaves the plan, and what was typed about it stays to be copied", async () => {
  const { tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
  const words = tab.getByRole("textbox", { name: "What happened" });
  await words.fill("Read on two wards.");
  await recycle("Actions", 3);

  await tab.getByText("No longer in the plan").waitFor();
  await expect
    .poll(() => tab.locator("output").allTextContents(), { timeout: 15_000 })
    .toContain("Recommendation 1.1, action 3 was taken out of the plan.");
  expect(await words.inputValue()).toBe("Read on two wards.");
  const save = tab.getByRole("button", { name: "Save" });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
  await tab.getByText(/Nothing more can be saved here/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await tab.getByRole("button", { name: "Close", exact: true }).click();
  expect(await tab.locator('[data-row="action/3"]').count()).toBe(0);

  await tab.getByRole("tab", { name: "Changes" }).click();
  const row = tab.getByRole("row", { name: /Taken out .*An action under recommendation 1\.1/ });
  await row.getByText("An administrator of the site").waitFor();
  await row.getByText(/\d+ entries in its record/).click();
  await row
    .getByText(/Lead officer/)
    .first()
    .waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});

it("a link to an action that was taken out says when, and what is left of it", async () => {
  const { tab, close } = await teams.open({ person: "reader", place: "action/3" });
  await tab
    .getByRole("heading", { name: /^An action .* was taken out on \d+ \w+ \d{4}$/ })
    .waitFor();
  await tab.getByRole("button", { name: "See it among the changes" }).click();
  expect(new URL(tab.url()).hash).toMatch(/^#changes\?from=\d{4}-\d\d-\d\d&kind=removed$/);
  await tab.getByRole("button", { name: /^Taken out 1$/, pressed: true }).waitFor();
  await close();
});

it("a recommendation that an administrator deletes says so where it is open, and its actions are named among the changes", async () => {
  const { tab, close } = await teams.open({ person: "chair", place: "recommendation/2" });
  await tab.getByRole("tab", { name: "Question" }).click();
  const words = tab.getByRole("textbox", { name: "Question" });
  await words.fill("Who does this now?");
  await recycle("Recommendations", 2);

  await tab.getByText(/has taken this recommendation out/).waitFor();
  expect(await words.inputValue()).toBe("Who does this now?");
  await tab.getByText(/Nothing more can be saved here/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await tab.getByRole("button", { name: "What was taken out" }).click();
  await tab
    .getByRole("tabpanel")
    .getByText(/1 recommendation and 1 action were taken out\./)
    .waitFor();
  await tab
    .getByRole("row", { name: /A recommendation/ })
    .getByText(/\d+ actions left without it/)
    .click();
  await close();
});
