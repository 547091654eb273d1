import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aCallOf, aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { drawn, within } from "./support/drawn.ts";
import { resize } from "./support/looks.ts";
import { ownerWrites } from "./support/owner-writes.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const views = [
  ["plan", ".plan-tools:has(*)"],
  ["summary", ".summary"],
  ["changes?from=2026-01-01", ".changes"],
  ["challenges?show=checks", ".challenges"],
  ["papers", ".papers"],
] as const;

const ownHeaders = [
  ["import", ".import"],
  ["export", ".export"],
  ["meeting", ".meet-header"],
] as const;

const beginsAt = (tab: Frame, selector: string) =>
  tab
    .locator(selector)
    .first()
    .evaluate(
      (element) =>
        element.getBoundingClientRect().left +
        Number.parseFloat(getComputedStyle(element).paddingLeft),
    );

it("every view begins on the line on which the plan's title begins, at any width", async () => {
  const window = await teams.open({ person: "owner" });
  const { tab, close } = window;
  for (const [view, selector] of views) {
    await tab.evaluate((hash) => (location.hash = hash), view);
    await tab.locator(selector).first().waitFor();
    for (const width of [1440, 768, 660, 320]) {
      await resize(window, width);
      const [line, begins] = [await beginsAt(tab, ".plan-header"), await beginsAt(tab, selector)];
      expect([view, width, begins]).toEqual([view, width, line]);
    }
  }
  await close();
});

it("a view with a header of its own begins where the others do", async () => {
  const window = await teams.open({ person: "owner" });
  const { tab, close } = window;
  for (const [view, selector] of ownHeaders) {
    await tab.evaluate((hash) => (location.hash = hash), view);
    await tab.locator(selector).first().waitFor();
    for (const [width, line] of [
      [768, 16],
      [320, 12],
    ] as const) {
      await resize(window, width);
      expect([view, width, await beginsAt(tab, selector)]).toEqual([view, width, line]);
    }
  }
  await close();
});

it("what stands out does so in one weight in every view", async () => {
  const { tab, close } = await teams.open({ person: "owner" });
  for (const [view, selector] of [...views, ...ownHeaders]) {
    await tab.evaluate((hash) => (location.hash = hash), view);
    await tab.locator(selector).first().waitFor();
    const weights = await tab
      .locator("h1, h2, h3, b, strong")
      .evaluateAll((all) => all.map((each) => getComputedStyle(each).fontWeight));
    expect([view, ...new Set(weights)]).toEqual([view, "600"]);
  }
  await close();
});

it("an action's header is as high with one rating in it as with two, so that stepping through moves nothing", async () => {
  const { tab, close } = await teams.open({ person: "reader", place: "action/1" });
  const heights: number[] = [];
  for (const place of ["action/1", "action/3"]) {
    await tab.evaluate((hash) => (location.hash = hash), place);
    const where = place === "action/1" ? /action 1 of/ : /action 3 of/;
    await tab.locator(".drawer-header").getByText(where).waitFor();
    const state = await tab.locator(".drawer-state").boundingBox();
    heights.push(state?.height ?? 0);
  }
  expect(heights[0]).toBe(heights[1]);
  await close();
});

it("on a tablet what narrows the plan down has one line, with how much is shown at its end", async () => {
  const { tab, close } = await teams.open({ person: "lead-a", width: 768 });
  await tab.getByRole("button", { name: "Mine", exact: true }).waitFor();
  await tab.getByTitle("To challenge").waitFor();
  const tops = await tab
    .locator(".plan-tools > *")
    .evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect()).map(({ top, height }) => top + height / 2),
    );
  expect(Math.max(...tops) - Math.min(...tops)).toBeLessThan(2);
  await close();
});

it("rows in full have a head as high as other rows have", async () => {
  const { page, tab, close } = await teams.open({ person: "reader" });
  const head = async () => (await tab.locator(".plan-head").boundingBox())?.height;
  await tab.getByRole("button", { name: "Columns" }).waitFor();
  const before = await head();
  await tab.getByRole("button", { name: "Columns" }).press("Enter");
  await tab.getByRole("menuitemcheckbox", { name: "Show full text" }).press("Enter");
  await page.keyboard.press("Escape");
  await tab.locator(".plan-grid-full").waitFor();
  expect(await head()).toBe(before);
  await close();
});

it("the days from and to, below each other, begin on one line", async () => {
  const { tab, close } = await teams.open({
    person: "reader",
    place: "changes?from=2026-01-01",
    width: 768,
  });
  const days = tab.locator(".day-choice select");
  await days.nth(1).waitFor();
  const lefts = await days.evaluateAll((all) =>
    all.map((each) => each.getBoundingClientRect().left),
  );
  expect(new Set(lefts).size).toBe(1);
  await close();
});

it("on a phone the numbers of an agency stand below its whole name, each under its rating, and nothing scrolls sideways", async () => {
  const { tab, close } = await teams.open({ person: "reader", place: "summary", width: 320 });
  const table = tab.getByRole("table", { name: "Actions by agency and rating" });
  await table.waitFor();
  const row = table.getByRole("row", { name: /NHS Trust/ }).first();
  const [name, number] = [row.getByRole("rowheader"), row.getByRole("cell").last()];
  const [above, below] = [await name.boundingBox(), await number.boundingBox()];
  expect(below?.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? Infinity));
  const heading = await table.getByRole("columnheader", { name: "All" }).boundingBox();
  expect(below?.x).toBe(heading?.x);
  const wide = await table.evaluate(
    ({ scrollWidth, parentElement }) => scrollWidth - (parentElement?.clientWidth ?? 0),
  );
  expect(wide).toBeLessThanOrEqual(0);
  const cut = (selector: string) =>
    tab
      .locator(selector)
      .evaluateAll(
        (all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length,
      );
  await tab.locator(".bars .bar-part").first().waitFor();
  expect(await cut(".bars .bar-part")).toBe(0);
  await tab.getByRole("button", { name: "Movement by month: show as a table" }).click();
  await tab.getByRole("columnheader", { name: "Not rated" }).last().waitFor();
  expect(await cut(".chart-scroll")).toBe(0);
  await close();
});

it("what is asked begins on the line of where it stands", async () => {
  const { tab, close } = await teams.open({ person: "owner", place: "challenges" });
  const middle = (selector: string) =>
    tab
      .locator(selector)
      .first()
      .evaluate((each) => each.getBoundingClientRect())
      .then(({ top, height }) => top + height / 2);
  for (const view of ["challenges", "challenges?show=checks"]) {
    await tab.evaluate((hash) => (location.hash = hash), view);
    await tab
      .locator(view === "challenges" ? ".challenge-reply" : ".challenge-asks")
      .first()
      .waitFor();
    const apart = (await middle(".challenge-state .strong")) - (await middle(".challenge-ref"));
    expect(Math.abs(apart)).toBeLessThanOrEqual(1);
  }
  await close();
});

it("a trouble leaves the plan's title its room, and its buttons on one line", async () => {
  const window = await teams.open({ person: "reader" });
  const { page, tab, close } = window;
  await page.route(/getchanges/, (route) =>
    route.fulfill({
      status: 429,
      headers: { "access-control-allow-origin": "*", "retry-after": "300" },
    }),
  );
  await tab.locator(".plan-trouble").waitFor();
  for (const width of [1440, 768, 320]) {
    await resize(window, width);
    const title = await tab.locator(".plan-title").boundingBox();
    expect(title?.width).toBeGreaterThan(width === 320 ? 250 : 320);
    const buttons = tab.locator(".plan-header-end > button");
    const tops = await buttons.evaluateAll((all) =>
      all.map((each) => Math.round(each.getBoundingClientRect().top)),
    );
    expect(new Set(tops).size).toBe(1);
  }
  await page.unroute(/getchanges/);
  await close();
});

it("the filters of a phone open within the window", async () => {
  const { tab, close } = await teams.open({ person: "lead-a", width: 320, height: 700 });
  await tab.getByRole("button", { name: "Filter", exact: true }).click();
  const room = await tab.getByRole("menu").evaluate((menu) => {
    const { top, bottom } = (menu.closest(".plan-choices") ?? menu).getBoundingClientRect();
    return [top, window.innerHeight - bottom];
  });
  expect(Math.min(...room)).toBeGreaterThanOrEqual(0);
  await close();
});

it("an action of no agency has neither a field nor a question that begins with nothing", async () => {
  const { add } = await ownerWrites(teams);
  const id = await add("Actions", {
    Title: "Telephone",
    PlanId: 1,
    RecommendationId: 1,
    Position: 90,
    Text: "Two people at the telephone.",
    AgencyAsPrinted: "",
  });
  const { tab, close } = await teams.open({ person: "reader", place: `action/${id}` });
  await tab.getByRole("heading", { name: "The group may ask" }).waitFor();
  const record = tab.locator(".action-record");
  expect(await record.getByText(/^:/).count()).toBe(0);
  expect(await record.getByText("Agencies", { exact: true }).count()).toBe(0);
  await close();
});

describe("beside a call", () => {
  it("what goes on with the meeting stays in view, and so do the answers to whether it is to end", async () => {
    await aMeeting(teams);
    const { page, panel } = await aCallOf(teams, "chair");
    await page.setViewportSize({ width: 1440, height: 600 });
    await within(10, "Drawing the panel", drawn(panel));
    const below = (name: string) =>
      panel
        .getByRole("button", { name })
        .evaluate((button) => button.getBoundingClientRect().bottom - window.innerHeight);
    expect(await below("End meeting")).toBeLessThanOrEqual(0);
    await panel.getByRole("button", { name: "End meeting" }).click();
    expect(await below("End it")).toBeLessThanOrEqual(0);
    expect(await below("Go on")).toBeLessThanOrEqual(0);
    expect(await panel.evaluate(() => document.documentElement.scrollTop)).toBe(0);
    await page.context().close();
  });
});
