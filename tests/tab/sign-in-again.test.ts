import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame, Page } from "playwright-core";
import type { Plan } from "#tests/local/sharepoint/support/trouble.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { propose } from "./support/propose.ts";
import { endableSession, endSession } from "./support/sign-in-needed.ts";
import { troubleAt } from "./support/trouble.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-sign-in-"));
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

declare global {
  interface Window {
    readonly askedOfTeams?: (request: string) => Promise<unknown>;
  }
}

const lines = (tab: Frame, words: string) => tab.locator("[data-line]").filter({ hasText: words });

/** How often SharePoint refused a token from now on. */
function refusals(page: Page): { count: number } {
  const refused = { count: 0 };
  page.on("response", (answer) => {
    if (answer.status() === 401 && answer.url().includes("/_api/")) refused.count += 1;
  });
  return refused;
}

function open(person: string, place: string) {
  return teams.open({ person, place, prepare: endableSession });
}

it("a session that ends while somebody saves costs them a press and no word", async () => {
  const { page, tab, close } = await open("lead-a", "action/1");
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  await tab.getByLabel("What happened").fill("Said in two sessions.");
  await endSession(page);
  await tab.getByRole("button", { name: "Save" }).click();
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved" });
  await problem.getByText(/Teams needs you to confirm/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);

  await problem.getByRole("button", { name: "Sign in" }).click();
  await tab.getByText("You are signed in. Press Save again.").first().waitFor();
  const save = tab.getByRole("button", { name: "Save" });
  await expect.poll(() => save.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press("Enter");
  await tab.locator("[data-line]").filter({ hasText: "Said in two sessions." }).waitFor();
  await close();
});

it("a session that ends while the plan is watched is said under the title, and goes on after signing in", async () => {
  const { page, tab, close } = await teams.open({ person: "owner", prepare: endableSession });
  await endSession(page);
  const age = tab.locator(".plan-sync");
  await age.getByText(/Teams needs you to sign in again\. This is how the plan stood/).waitFor();
  await age.getByRole("button", { name: "Sign in" }).click();
  await age.getByText(/^Updated/).waitFor();
  expect(await age.getByRole("button").count()).toBe(0);
  await close();
});

it("a session that ends before a card is posted posts it after signing in", async () => {
  const { page, tab, close } = await open("owner", "action/2");
  await tab.getByRole("region", { name: "Record" }).waitFor();
  await endSession(page);
  await tab.getByRole("button", { name: "Post card" }).click();
  const note = tab.locator(".action-note");
  await note.getByText(/^Not posted\. Teams needs you to confirm/).waitFor();
  await note.getByRole("button", { name: "Sign in" }).click();
  await note.getByText("The card is in the channel.").waitFor();
  expect(await note.getByRole("button").count()).toBe(0);
  await close();
});

it("what SharePoint wants proved and Teams can prove by itself costs nobody anything", async () => {
  const { page, tab, close } = await open("lead-a", "action/1");
  await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
  const refused = refusals(page);
  await trouble({ faults: [{ kind: "claims", acrs: "c1", person: "lead" }] });
  await propose(tab, "Said from a computer that the trust knows.");
  await lines(tab, "Said from a computer that the trust knows.").waitFor();
  expect(await tab.getByRole("alert").count()).toBe(0);
  expect(refused.count).toBeGreaterThan(0);
  // The token that proves it is kept: nothing is refused any more.
  refused.count = 0;
  await page.waitForResponse((answer) => /getchanges/i.test(answer.url()) && answer.ok());
  expect(refused.count).toBe(0);
  await close();
});

it("what SharePoint wants proved and only the person can prove is asked of them, and proved with their next press", async () => {
  const { page, tab, close } = await open("lead-a", "action/3");
  await tab.getByRole("region", { name: "Record" }).getByRole("listitem").first().waitFor();
  const asked: string[] = [];
  await page.exposeFunction("askedOfTeams", (text: string) => asked.push(text));
  await page.evaluate(() => {
    window.addEventListener("message", ({ data }: MessageEvent) => {
      if (data?.func === "nestedAppAuth.execute") void window.askedOfTeams?.(data.data);
    });
  });
  const writes = { kind: "claims", acrs: "c2", path: "AddValidate" } as const;
  await trouble({ faults: [writes] });
  await propose(tab, "Said with a second factor.");
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved" });
  await problem.getByText(/Teams needs you to confirm/).waitFor();
  await problem.getByRole("button", { name: "Sign in" }).click();
  await tab.getByText("You are signed in. Press Save again.").first().waitFor();
  await page.keyboard.press("Enter");
  await lines(tab, "Said with a second factor.").waitFor();
  expect(await lines(tab, "Said with a second factor.").count()).toBe(1);
  const popup = asked
    .map((text) => JSON.parse(text))
    .find((each) => each.method === "GetTokenPopup");
  expect(JSON.parse(popup.tokenParams.claims)).toMatchObject({
    access_token: { acrs: { essential: true, value: "c2" } },
  });
  await close();
});

it("somebody who closes what Teams asks is told so, and is asked again when they press", async () => {
  const { page, tab, close } = await open("lead-b", "action/4");
  await tab.getByRole("region", { name: "Record" }).waitFor();
  await endSession(page, "closes first");
  await propose(tab, "Said at the second asking.");
  const problem = tab.getByRole("alert").filter({ hasText: "Not saved" });
  await problem.getByRole("button", { name: "Sign in" }).click();
  await problem.getByText(/You closed what Teams asked/).waitFor();
  expect(await axeFindings(tab)).toEqual([]);
  await problem.getByRole("button", { name: "Sign in" }).click();
  await tab.getByText("You are signed in. Press Save again.").first().waitFor();
  await tab.getByRole("button", { name: "Save" }).click();
  await lines(tab, "Said at the second asking.").waitFor();
  await close();
});

it("whoever SharePoint refuses whatever they show, as with another tenant’s token, is told so and not sent round in circles", async () => {
  await trouble({ faults: [{ kind: "expired-token", person: "reader" }] });
  let refused = { count: 0 };
  const { tab, close } = await teams.open({
    person: "reader",
    prepare: async (page) => void (refused = refusals(page)),
  });
  await tab.getByRole("heading", { name: "Teams needs you to sign in" }).waitFor();
  await tab.getByText(/SharePoint does not accept who you are signed in as/).waitFor();
  expect(refused.count).toBe(2);
  await tab.getByRole("button", { name: "Sign in" }).click();
  await expect.poll(() => refused.count).toBe(4);
  await tab.getByText(/SharePoint does not accept who you are signed in as/).waitFor();
  await trouble({});
  await tab.getByRole("button", { name: "Sign in" }).click();
  await tab.locator('[data-row="action/1"]').waitFor();
  await close();
});
