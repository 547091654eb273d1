import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { endableSession, endSession } from "./support/sign-in-needed.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

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
