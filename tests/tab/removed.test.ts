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
    .poll(() => tab.locator("output").allTextContents())
    .toContain("Recommendation 1.1, action 3 was taken out of the plan.");
  expect(await words.inputValue()).toBe("Read on two wards.");
  const save = tab.getByRole("button", { name: "Save" });
  expect(await save.getAttribute("aria-disabled")).toBe("true");
  await tab.getByText(/Nothing more can be saved here/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await tab.getByRole("button", { name: "Close", exact: true }).click();
  expect(await tab.locator('[data-row="action/3"]').count()).toBe(0);

  await tab.getByRole("tab", { name: "Changes" }).click();
  await tab.getByText("1 action was taken out of the plan").click();
  await tab.getByText(/^Of .*QCMH.*: \d+ entries in the record, the last of /).waitFor();
  await close();
});
