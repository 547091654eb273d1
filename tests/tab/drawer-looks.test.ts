import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { drawn } from "./support/drawn.ts";
import { aTeams, type ATeams, axeFindings, type TeamsWindow } from "./support/a-teams.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const longName = `${"Audit_of_safety_plans_".repeat(6)}final.docx`;

/** What each kind of person meets in a drawer, with long words and everything that can be wrong. */
const states: Record<string, (tab: Frame) => Promise<unknown>> = {
  async "lead-a action/3"(tab) {
    await tab.getByLabel("What happened").fill("Seen with 943 476 5919.");
    const file = { name: longName, mimeType: "text/plain", buffer: Buffer.from("x") };
    await tab.getByLabel("Files of evidence").setInputFiles(file);
    await tab.getByRole("button", { name: "Link", exact: true }).click();
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText("Choose a rating.").waitFor();
  },
  async "chair action/3"(tab) {
    await tab.getByText("Why is this here?").first().click();
    await tab.getByRole("radio", { name: "Close the action" }).check();
    await tab.getByRole("button", { name: "Record" }).click();
    await tab.getByText("Say who checks again that the change held.").waitFor();
  },
  async "chair recommendation/1"(tab) {
    await tab.getByRole("button", { name: "Put the question" }).click();
    await tab.getByText("Write the question.").waitFor();
  },
  async "chair recommendation/3"(tab) {
    await tab.getByRole("tab", { name: "Its actions" }).click();
    await tab.getByRole("button", { name: "Agree", exact: true }).click();
    await tab.getByText("Choose at least one action.").waitFor();
  },
  async "owner action/4"(tab) {
    await tab.getByRole("button", { name: "Edit the action" }).click();
    await tab.getByRole("textbox", { name: "Action" }).fill("");
    await tab.getByRole("button", { name: "Save" }).click();
    await tab.getByText("Write the text.").waitFor();
  },
};

/** What axe finds, and whether the drawer has to be scrolled sideways, at each width. */
async function faults({ page, tab }: TeamsWindow): Promise<string[]> {
  const found: string[] = [];
  for (const width of [1440, 768, 320]) {
    await page.setViewportSize({ width, height: 900 });
    await drawn(tab);
    const wide = await tab.evaluate(() =>
      [...document.querySelectorAll(".drawer, .action-record, .pane-form, .action-panes")]
        .filter((element) => element.scrollWidth > element.clientWidth)
        .map(({ className }) => `${className} scrolls sideways`),
    );
    found.push(...[...wide, ...(await axeFindings(tab))].map((fault) => `${width}: ${fault}`));
  }
  return found;
}

const places = Object.keys(states);
/** Everything in one theme, and in the others what has most colours in it. */
const looks = {
  default: places,
  dark: places.filter((place) => place.includes("action/3")),
  contrast: places.filter((place) => place.includes("action/3")),
} as const;

describe.each(["default", "dark", "contrast"] as const)("drawers in the theme %s", (theme) => {
  it.each(looks[theme])("are sound at 1440, 768 and 320 pixels: %s", async (state) => {
    const [person = "", place = ""] = state.split(" ");
    const window = await teams.open({ person, place, theme });
    await window.tab.getByRole("button", { name: "Close", exact: true }).waitFor();
    await states[state]?.(window.tab);
    expect(await faults(window)).toEqual([]);
    await window.close();
  });
});

it("where colours are forced and motion is reduced, the chosen rating is outlined and nothing moves", async () => {
  const { page, tab, close } = await teams.open({ person: "lead-a", place: "action/3" });
  await page.emulateMedia({ forcedColors: "active", reducedMotion: "reduce" });
  await tab.getByRole("radio", { name: /^Amber/ }).check();
  const card = tab.locator(".choice-card-chosen");
  expect(await card.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe("solid");
  const moving = await tab.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === "running").length,
  );
  expect(moving).toBe(0);
  expect(await axeFindings(tab)).toEqual([]);
  await close();
});
