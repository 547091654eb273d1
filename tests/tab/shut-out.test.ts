import "@pnp/sp/site-groups/index.js";
import "@pnp/sp/site-users/index.js";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { siteOfApp } from "#cli/site-of-app.ts";
import { personById } from "#local/people.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-shut-out-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Takes somebody out of every group of the site that they are in; the answer puts them back. */
async function shutOut(loginName: string): Promise<() => Promise<void>> {
  const { web } = siteOfApp({ settings: join(dataFolder, "settings.env") }).sp;
  const groups: { Id: number }[] = await web.siteUsers
    .getByLoginName(loginName)
    .groups.select("Id")();
  for (const { Id } of groups) await web.siteGroups.getById(Id).users.removeByLoginName(loginName);
  return async () => {
    for (const { Id } of groups) await web.siteGroups.getById(Id).users.add(loginName);
  };
}

it("somebody who is taken out of the site while the tab is open is told, keeps their words, and goes on when back", async () => {
  const { tab, close } = await teams.open({ person: "lead-b", place: "action/4" });
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  const words = tab.getByLabel("What happened");
  await words.fill("Said by somebody who left and came back.");
  const putBack = await shutOut(personById("lead-b")?.loginName ?? "");
  const age = tab.locator(".plan-sync");
  await age.getByText(/You may no longer see this plan/).waitFor();
  await tab.getByRole("button", { name: "Save" }).click();
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved" });
  await problem.getByText(/You have no permission to add to the record of/).waitFor();
  await problem.getByText("What you wrote is still here.").waitFor();
  expect(await words.inputValue()).toBe("Said by somebody who left and came back.");
  expect(await axeFindings(tab)).toEqual([]);
  await putBack();
  // By itself, with the next look.
  await age.getByText(/^Updated/).waitFor();
  await tab.getByRole("button", { name: "Save" }).click();
  await tab.locator("[data-line]").filter({ hasText: "left and came back" }).waitFor();
  await close();
});

it("somebody in the call who may not see the plan is told so on the stage and beside it, and sees nothing of it", async () => {
  const { page, close } = await teams.open({ person: "outsider", width: 1600 });
  await page.goto(`${teams.address}/as/outsider/meeting`);
  for (const name of ["stage", "panel"]) {
    const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
    await frame?.getByRole("heading", { name: "You may not see this plan" }).waitFor();
    expect(frame && (await axeFindings(frame))).toEqual([]);
    expect(await frame?.getByText(/Recommendation/).count()).toBe(0);
  }
  await close();
});
