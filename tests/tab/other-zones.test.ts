import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { webIn } from "./support/recycle.ts";

const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-zones-"));
let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams({ dataFolder });
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

const london = { timezoneId: "Europe/London", locale: "en-GB" };
const elsewhere = [
  { timezoneId: "Pacific/Auckland", locale: "en-US" },
  { timezoneId: "America/Los_Angeles", locale: "de" },
];

const views = ["plan", "summary", "changes?from=2026-10-01", "challenges", "action/1"];

/** What the views say on the first of July in London, where it is still June in Greenwich. */
async function wordsIn(where: typeof london): Promise<readonly string[]> {
  const { tab, close } = await teams.open({
    person: "owner",
    where,
    prepare: (page) => page.clock.setFixedTime("2027-06-30T23:30:00Z"),
  });
  const said: string[] = [];
  for (const view of views) {
    await tab.evaluate((to) => {
      window.location.hash = to;
    }, view);
    said.push(await settled(tab));
  }
  await close();
  return said;
}

/** The words in the page once they are the same as a moment ago; what is drawn as it is worked out comes bit by bit. */
async function settled(tab: Frame): Promise<string> {
  let words = "";
  await expect
    .poll(
      async () => {
        const before = words;
        words = await tab.locator("main").innerText();
        return words === before && !words.includes("Opening");
      },
      { interval: 400 },
    )
    .toBe(true);
  return words;
}

it.each(elsewhere)(
  "the plan says the same days in $timezoneId as in London, where a new month has just begun",
  async (where) => {
    const [there, here] = [await wordsIn(where), await wordsIn(london)];
    expect(there).toEqual(here);
    expect(here.join()).toContain("1 July");
  },
);

it.each(elsewhere)(
  "a meeting planned in $timezoneId begins when London’s clocks say it",
  async (where) => {
    const { tab, close } = await teams.open({ person: "chair", where, place: "meeting" });
    await tab.getByRole("button", { name: "Plan a meeting" }).click();
    const starts = tab.getByLabel("Starts");
    await starts.fill("2027-07-14T14:00");
    await tab.getByText("London time").waitFor();
    await tab.getByRole("button", { name: "Plan the meeting" }).click();
    await tab.getByRole("button", { name: "Begin" }).waitFor();
    const meetings: { Starts: string }[] = await webIn(dataFolder)
      .lists.getByTitle("Meetings")
      .items.orderBy("Id", false)
      .top(1)
      .select("Starts")();
    const planned = meetings.map(({ Starts }) => new Date(Starts).toISOString());
    expect(planned).toEqual(["2027-07-14T13:00:00.000Z"]);
    await close();
  },
);
