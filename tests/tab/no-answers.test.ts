import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Plan } from "#tests/local/sharepoint/support/trouble.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { propose } from "./support/propose.ts";
import { listenIn, said } from "./support/wire.ts";
import { troubleAt } from "./support/trouble.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-no-answers-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(async () => {
  await trouble({});
  teams.throwComplaints();
});

const trouble = (plan: Plan) => troubleAt(teams, dataFolder, plan);

const lines = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });
const sync = (tab: Frame) => tab.locator(".plan-sync");

it("where a network’s own page answers in place of SharePoint, that is said, and what was written is saved once when it is gone", async () => {
  const { tab, close } = await teams.open({ person: "lead-a", place: "action/1" });
  await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
  await trouble({ faults: [{ kind: "web-page", person: "lead" }] });
  await propose(tab, "Said on the train’s network.");
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved yet" });
  await problem.getByText(/A web page answered in place of SharePoint/).waitFor();
  await problem.getByText(/saved by itself when SharePoint answers again/).waitFor();
  await sync(tab)
    .getByText(/A web page answered in place of SharePoint.*This is how the plan stood/)
    .waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await trouble({});
  await lines(tab, "Said on the train’s network.").waitFor();
  expect(await lines(tab, "Said on the train’s network.").count()).toBe(1);
  await sync(tab)
    .getByText(/^Updated/)
    .waitFor();
  await close();
});

it("what is never taken is tried three times by itself, and then left to the person with every word", async () => {
  const { page, tab, close } = await teams.open({
    person: "lead-a",
    place: "action/3",
    prepare: (each) => each.clock.install(),
  });
  await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
  let tries = 0;
  await page.route(/AddValidate/, (route) => {
    tries += route.request().method() === "POST" ? 1 : 0;
    return route.fulfill({
      status: 200,
      headers: { "access-control-allow-origin": "*" },
      contentType: "text/html",
      body: "<h1>Blocked</h1>",
    });
  });
  await propose(tab, "Said to a wall.");
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved yet" });
  for (const before of [1, 2, 3]) {
    await problem.getByText(/saved by itself/).waitFor();
    expect(tries).toBe(before);
    await page.clock.fastForward(9000);
    await expect.poll(() => tries, { timeout: 15_000 }).toBe(before + 1);
  }
  await problem.getByRole("button", { name: "Try again" }).waitFor();
  expect(await problem.getByText(/saved by itself/).count()).toBe(0);
  expect(await tab.getByLabel("What happened").inputValue()).toBe("Said to a wall.");
  await page.unroute(/AddValidate/);
  await problem.getByRole("button", { name: "Try again" }).click();
  await lines(tab, "Said to a wall.").waitFor();
  await close();
});

it("a plan that SharePoint did not answer for opens by itself, and Teams is told once that it can be used", async () => {
  await trouble({ faults: [{ kind: "drop", when: "before", person: "reader" }] });
  const { page, tab, close } = await teams.open({
    person: "reader",
    prepare: async (each) => {
      await listenIn(each);
      await each.clock.install();
    },
  });
  await tab.getByRole("heading", { name: "The plan could not be opened" }).waitFor();
  await tab.getByText(/can't be reached.*It opens by itself as soon as it can/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  const success = "appInitialization.success";
  expect(await said(page, success)).toEqual([]);
  await trouble({});
  await page.clock.fastForward(16_000);
  await tab.locator('[data-row="action/1"]').waitFor();
  await expect.poll(() => said(page, success)).toHaveLength(1);
  await close();
});
