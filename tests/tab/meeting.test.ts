import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Meeting } from "#plan/meeting.ts";
import { aCallOf, aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { faultsIn } from "./support/looks.ts";

let teams: ATeams;
let meeting: Meeting;

beforeAll(async () => {
  teams = await aTeams();
  meeting = await aMeeting(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

describe.each(["default", "dark", "contrast"])("in the theme %s", (theme) => {
  it("stage and side panel are sound at 1440, 768 and 320 pixels, with a form open too", async () => {
    const { page, stage, panel } = await aCallOf(teams, "chair", theme);
    await stage.getByRole("button", { name: "Question" }).click();
    await panel.getByRole("button", { name: "Mark" }).click();
    const faults: string[] = [];
    for (const width of [1440, 768, 320]) {
      await page.setViewportSize({ width, height: 900 });
      for (const [name, frame] of Object.entries({ stage, panel }))
        faults.push(...(await faultsIn(frame)).map((fault) => `${name} ${width}: ${fault}`));
    }
    expect(faults).toEqual([]);
    await page.context().close();
  });
});

describe("in the channel's tab", () => {
  it("the list, the form that plans a meeting, and the meeting itself are sound and have addresses", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "meeting" });
    await tab.getByRole("button", { name: /^Join/ }).waitFor();
    expect(await faultsIn(tab)).toEqual([]);
    await tab.getByRole("button", { name: "Plan a meeting" }).click();
    await tab.getByRole("heading", { name: "Plan a meeting" }).waitFor();
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await faultsIn(tab)).toEqual([]);
    }
    await close();
    const linked = await teams.open({ person: "scrutiny", place: `meeting/${meeting.id}` });
    await linked.tab.locator(".meet-claim").first().waitFor();
    for (const width of [1440, 768, 320]) {
      await linked.page.setViewportSize({ width, height: 900 });
      expect(await faultsIn(linked.tab)).toEqual([]);
    }
    await linked.close();
  });
});

describe("with the keyboard alone", () => {
  it("the chair goes on, picks a claim, and records a question", async () => {
    const { page, stage, panel } = await aCallOf(teams, "chair");
    await panel.getByRole("button", { name: /^Next/ }).focus();
    await page.keyboard.press("Enter");
    const claims = stage.locator(".meet-pick");
    await stage.locator(".meet-ref-number", { hasText: "1.2" }).waitFor();
    await claims.nth(1).focus();
    await page.keyboard.press("Enter");
    await stage.locator(".meet-claim-picked").nth(0).waitFor();
    await stage.getByRole("button", { name: "Question" }).focus();
    await page.keyboard.press("Enter");
    await stage.locator(".meet-form").waitFor();
    // The form takes the focus to its first field.
    expect(await stage.evaluate(() => document.activeElement?.closest("form")?.className)).toBe(
      "meet-form",
    );
    await page.context().close();
  });
});

describe("a reader", () => {
  it("follows, and is offered nothing that SharePoint would refuse", async () => {
    const { page, stage, panel } = await aCallOf(teams, "scrutiny");
    await panel.getByText("Following the Chair").waitFor();
    expect(await stage.locator(".meet-bar").count()).toBe(0);
    for (const name of [
      "Add to the agenda",
      "Mark who is here",
      "End meeting",
      "Chair and secretary",
    ])
      expect(await panel.getByRole("button", { name, exact: true }).count()).toBe(0);
    await page.context().close();
  });
});
