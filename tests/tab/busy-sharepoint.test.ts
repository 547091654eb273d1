import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import type { Plan } from "#tests/local/sharepoint/support/trouble.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { propose } from "./support/propose.ts";
import { troubleAt } from "./support/trouble.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-busy-"));
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
const happened = (tab: Frame) => tab.getByLabel("What happened");

/** The requests to SharePoint from now on. */
function asked(page: Page): string[] {
  const requests: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/_api/") && request.method() !== "OPTIONS")
      requests.push(request.url());
  });
  return requests;
}

/** With a clock that can be put on. */
const open = (person: string, place?: string) =>
  teams.open({
    person,
    ...(place ? { place } : {}),
    prepare: (page) => page.clock.install(),
  });

it("where SharePoint asks to wait two minutes, that is said, nothing is sent meanwhile, and it is saved once after it", async () => {
  const { page, tab, close } = await open("lead-a", "action/1");
  await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
  const busy = { kind: "throttle", retryAfter: 120, method: "POST", path: "AddValidate" } as const;
  await trouble({ faults: [busy] });
  await propose(tab, "Said to a busy SharePoint.");
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved yet" });
  await problem.getByText(/saved by itself in [23] minutes, as long as this stays open/).waitFor();
  expect(await problem.getByRole("button").count()).toBe(0);
  expect(await axeFindings(tab)).toEqual([]);
  const requests = asked(page);
  await tab.getByRole("button", { name: "Save" }).click();
  await pause(5000);
  expect(requests).toEqual([]);
  expect(await happened(tab).inputValue()).toBe("Said to a busy SharePoint.");
  await tab
    .locator(".plan-sync")
    .getByText(/SharePoint is too busy, and asks to wait\. It is asked again in [23] minutes/)
    .waitFor();

  await trouble({});
  await page.clock.fastForward(170_000);
  await lines(tab, "Said to a busy SharePoint.").waitFor();
  expect(await lines(tab, "Said to a busy SharePoint.").count()).toBe(1);
  expect(requests.filter((url) => /AddValidate/.test(url))).toHaveLength(1);
  await tab
    .locator(".plan-sync")
    .getByText(/^Updated/)
    .waitFor();
  await close();
});

it("a plan that cannot be opened for two minutes says how long, and opens by itself", async () => {
  await trouble({
    faults: [{ kind: "throttle", retryAfter: 120, person: "reader" }],
  });
  const { page, tab, close } = await open("reader");
  await tab.getByText(/too busy just now\. Try again in [23] minutes\./).waitFor();
  await tab.getByText(/It opens by itself when the wait is over/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await trouble({});
  await page.clock.fastForward(170_000);
  await tab.locator('[data-row="action/1"]').waitFor();
  await close();
});

it("a save that takes long says so, lets people read on, and saves once", async () => {
  const { page, tab, close } = await open("lead-b", "action/4");
  await tab.getByRole("region", { name: "Record" }).waitFor();
  const slow = { kind: "latency", milliseconds: 6000, path: "AddValidate" } as const;
  await trouble({ faults: [slow] });
  const requests = asked(page);
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await happened(tab).fill("Said over a slow line.");
  await tab.getByRole("button", { name: "Save" }).click();
  await tab.getByText("Saving…").waitFor();
  await page.clock.fastForward(9000);
  await tab
    .getByText(/SharePoint is slow to answer\. It is still being saved, once/)
    .first()
    .waitFor();
  await tab.getByRole("button", { name: "Saving…" }).click();
  await lines(tab, "Said over a slow line.").waitFor();
  expect(requests.filter((url) => /AddValidate/.test(url))).toHaveLength(1);
  expect(await tab.getByText(/SharePoint is slow to answer/).count()).toBe(0);
  await close();
});

it("a plan that is long on its way is said to be", async () => {
  await trouble({
    faults: [{ kind: "latency", milliseconds: 5000, path: "$batch" }],
  });
  let seen: Page | undefined;
  const opening = teams.open({ person: "owner", prepare: async (page) => void (seen = page) });
  await expect.poll(() => seen?.frames().length).toBe(2);
  const tab = seen?.frames()[1];
  const words = tab?.getByText(/This takes longer than usual\. The plan is still on its way/);
  await words?.waitFor({ state: "attached" });
  expect(await words?.isVisible()).toBe(false);
  await tab?.evaluate(() => {
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish();
  });
  expect(await words?.isVisible()).toBe(true);
  const { close } = await opening;
  await close();
});
