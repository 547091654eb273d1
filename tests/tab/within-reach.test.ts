import type { Frame, Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { aMeeting } from "./support/a-meeting.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { drawn, within } from "./support/drawn.ts";
import { readingViews } from "./support/looks.ts";
import { hiddenWithFocus, tooSmall } from "./support/within-reach.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
  await aMeeting(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** Each view and drawer, and what tells that it is drawn. */
const places = [
  ["plan", "[data-row]"],
  ["action/3", "[data-line]"],
  ["recommendation/1", ".action-record li"],
  ...readingViews,
  ["meeting", ".meet-page"],
  ["meeting?new", ".meet-preview"],
  ["meeting?id=1", ".meet-claim"],
  ["export", "h1"],
  ["import", "h1"],
] as const;

/** Pixels: a laptop, a tablet, a phone, and a laptop at 400 % zoom. */
const windows = [
  [1440, 900],
  [768, 900],
  [320, 568],
  [320, 256],
] as const;

/** Resolves when nothing is on its way in or out any more. */
async function atRest(tab: Frame): Promise<void> {
  await within(10, "Drawing the tab", drawn(tab));
  await tab.waitForFunction(
    () => document.getAnimations().every(({ playState }) => playState !== "running"),
    undefined,
    { polling: 100 },
  );
}

/** What a drawer covers is reached by the keyboard as long as something of the view is beside it, and seen with Escape. */
const inFront = (place: string) => (/^(action|recommendation)/.test(place) ? ".drawer" : "body");

/** Whether the foot of a form covers it. */
const underSave = (found: Locator) =>
  found.evaluate((element) => {
    const save = document.querySelector(".pane-save")?.getBoundingClientRect().top ?? 0;
    return element.getBoundingClientRect().bottom > save;
  });

describe.each(windows)("at %i by %i pixels", (width, height) => {
  it("nothing that has the focus is hidden, and nothing that is pressed is too small", async () => {
    const { tab, close } = await teams.open({ person: "chair", width, height });
    const faults: string[] = [];
    for (const [place, sign] of places) {
      await tab.evaluate((hash) => (location.hash = hash), place);
      await tab.locator(sign).first().waitFor();
      await atRest(tab);
      const found = {
        hidden: await within(20, "Focusing", hiddenWithFocus(tab, inFront(place))),
        small: await tooSmall(tab),
      };
      for (const [what, names] of Object.entries(found))
        faults.push(...names.map((name) => `${place}, ${what}: ${name}`));
    }
    expect(faults).toEqual([]);
    await close();
  });
});

describe("beside a drawer", () => {
  it("Escape takes it away from what has the focus and is covered, and the focus stays", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "action/3" });
    await tab.locator("[data-line]").first().waitFor();
    const covered = tab.getByRole("button", { name: "Export" });
    await covered.focus();
    await page.keyboard.press("Escape");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    expect(await covered.evaluate((each) => each === document.activeElement)).toBe(true);
    await close();
  });

  it("Escape in a search clears that, and closes nothing", async () => {
    const { page, tab, close } = await teams.open({ person: "chair", place: "action/3" });
    await tab.locator("[data-line]").first().waitFor();
    const search = tab.getByRole("searchbox", { name: "Search the plan" });
    await search.fill("staff");
    await page.keyboard.press("Escape");
    expect(await search.inputValue()).toBe("");
    expect(await tab.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await tab.getByRole("dialog").waitFor({ state: "detached" });
    await close();
  });
});

it("what comes where somebody pressed is in sight, and not under Save", async () => {
  const { tab, close } = await teams.open({
    person: "lead-b",
    place: "action/1",
    width: 1160,
    height: 700,
  });
  await tab.getByRole("button", { name: "Library" }).click();
  const answer = tab.getByText("has put no file into the library yet.");
  await answer.waitFor();
  expect(await underSave(answer)).toBe(false);
  await tab.getByRole("button", { name: "Link", exact: true }).click();
  const day = tab.getByLabel("Date of the evidence");
  await day.waitFor();
  expect(await underSave(day)).toBe(false);
  await close();
});
