import { randomUUID } from "node:crypto";
import type { Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { personById } from "#local/people.ts";
import type { Meeting } from "#plan/meeting.ts";
import { connectMeetings } from "#sharepoint/connect-meetings.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { aTeams, type ATeams, axeFindings } from "./support/a-teams.ts";
import { drawn, within } from "./support/drawn.ts";

let teams: ATeams;
let meetings: MeetingStore;
let meeting: Meeting;

beforeAll(async () => {
  teams = await aTeams();
  const token = await teams.sharePointToken("chair");
  const site = { siteUrl: `${teams.sharePoint}/sites/plan`, token: async () => token };
  meetings = connectMeetings(site);
  meeting = await aMeeting(connectSharePoint(site).plans);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Under way at recommendation 1.1, with two items and somebody present. */
async function aMeeting(plans: ReturnType<typeof connectSharePoint>["plans"]): Promise<Meeting> {
  const newest = await plans.openNewest();
  const chair = personById("chair");
  if (!newest || !chair) throw new Error("There is no plan, or nobody to chair.");
  const { open } = newest;
  const [one, two] = open.recommendations;
  const action = open.actions.find(({ recommendationId }) => recommendationId === one?.id);
  const item = {
    source: "Challenge chair",
    question: "What has changed for children?",
    minutes: 8,
  };
  const planned = await meetings.add({
    key: randomUUID(),
    planId: open.plan.id,
    starts: new Date().toISOString(),
    chair: { loginName: chair.loginName, name: chair.name },
    agenda: [
      { ...item, id: "one", recommendationId: one?.id ?? 0, actionId: action?.id },
      { ...item, id: "two", recommendationId: two?.id ?? 0 },
    ],
  });
  return meetings.change(planned, {
    now: {
      agendaItem: "one",
      recommendationId: one?.id,
      actionId: action?.id,
      since: planned.starts,
    },
    attendance: [
      { agency: "ICB", name: "Named nurse", present: true },
      { agency: "GRS", name: "Manager", present: false },
    ],
  });
}

interface Call {
  readonly page: Page;
  readonly stage: Frame;
  readonly panel: Frame;
}

async function aCallOf(person: string, theme = "default"): Promise<Call> {
  const { page } = await teams.open({ person });
  await page.goto(`${teams.address}/as/${person}/meeting?theme=${theme}`);
  const [stage, panel] = await Promise.all(["stage", "panel"].map((name) => frameIn(page, name)));
  if (!stage || !panel) throw new Error("The call shows neither stage nor side panel.");
  await stage.locator(".meet-claim").first().waitFor();
  await panel.locator(".meet-now").waitFor();
  return { page, stage, panel };
}

async function frameIn(page: Page, name: string): Promise<Frame> {
  const frame = await (await page.waitForSelector(`iframe[name=${name}]`)).contentFrame();
  if (!frame) throw new Error(`The call has no ${name}.`);
  return frame;
}

/** What axe finds in a frame, and whether it has to be scrolled sideways. */
async function faultsIn(frame: Frame): Promise<string[]> {
  await within(10, "Drawing the page", drawn(frame));
  const sideways = await frame.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  const findings = await axeFindings(frame);
  return sideways > 0 ? [...findings, `scrolls ${sideways} pixels sideways`] : findings;
}

describe.each(["default", "dark", "contrast"])("in the theme %s", (theme) => {
  it("stage and side panel are sound at 1440, 768 and 320 pixels, with a form open too", async () => {
    const { page, stage, panel } = await aCallOf("chair", theme);
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
    const { page, stage, panel } = await aCallOf("chair");
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
    const { page, stage, panel } = await aCallOf("scrutiny");
    await panel.getByText("Following the Chair").waitFor();
    expect(await stage.locator(".meet-bar").count()).toBe(0);
    for (const name of ["Add", "Mark", "End meeting", "Chair and secretary"])
      expect(await panel.getByRole("button", { name, exact: true }).count()).toBe(0);
    await page.context().close();
  });
});
