import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aCallOf, aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
  await aMeeting(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const seen = (stage: Frame) => stage.locator(".meet-stage").innerText();

it("everybody who may see the plan sees the same on the stage: another agency, a guest, a board member", async () => {
  const chair = await aCallOf(teams, "chair");
  // What was said, and what the checks ask of it, come one after the other.
  await expect.poll(() => seen(chair.stage)).not.toContain("Reading what was said");
  await expect.poll(() => seen(chair.stage)).toContain("that makes it Green?");
  const shown = await seen(chair.stage);
  expect(shown).toContain("1.1");
  // It was closed months after its rating was agreed.
  expect(shown).toContain("Blue since 2 April, closed");
  await chair.page.context().close();
  for (const person of ["lead-c", "independent", "reader"]) {
    const { page, stage } = await aCallOf(teams, person);
    await expect.poll(() => seen(stage)).toBe(shown);
    // What is said is written down by the chair and the secretary.
    expect(await stage.locator(".meet-bar").count()).toBe(0);
    await page.context().close();
  }
});

it("somebody in the call who may not see the plan is told so, on the stage and beside it, and sees none of it", async () => {
  const { page } = await teams.open({ person: "outsider" });
  await page.goto(`${teams.address}/as/outsider/meeting`);
  for (const name of ["stage", "panel"]) {
    const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
    if (!frame) throw new Error(`The call has no ${name}.`);
    await frame.getByRole("heading", { name: "You may not see this plan" }).waitFor();
    expect(await frame.locator("body").innerText()).not.toMatch(/1\.1|recommendation/i);
    expect(await axeFindings(frame)).toEqual([]);
  }
  await page.context().close();
});
