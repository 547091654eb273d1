import type { Locator } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { addDays, dayOf, formatDate } from "#plan/iso-date.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { secondPlan } from "./support/second-plan.ts";

let teams: ATeams;
beforeAll(async () => {
  teams = await aTeams();
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/** The numbers of a table's last row. */
async function lastRow(table: Locator): Promise<number[]> {
  const cells = await table.getByRole("row").last().getByRole("cell").allTextContents();
  return cells.map(Number);
}

describe("the summary", () => {
  it("has in its newest month what the agencies’ table has for all of them", async () => {
    const { tab, close } = await teams.open({ person: "reader", place: "summary" });
    await tab.getByRole("button", { name: "Movement by month: show as a table" }).click();
    const months = tab.getByRole("table", { name: "Actions by rating at the end of each month" });
    const all = await lastRow(tab.getByRole("table", { name: "Actions by agency and rating" }));
    expect(all.at(-1)).toBe(45);
    expect(await lastRow(months)).toEqual(all.slice(0, -1));
    await close();
  });

  it("counts an action that names no agency, and leads to it", async () => {
    const { planId } = await secondPlan(teams);
    const { tab, close } = await teams.open({ person: "owner", place: `plan/${planId}/summary` });
    for (const chart of ["Rating by agency", "Evidence", "Last update"]) {
      const card = tab.getByRole("region", { name: chart, exact: true });
      await card.waitFor();
      const table = card.getByRole("button", { name: `${chart}: show as a table` });
      if (await table.isVisible()) await table.click();
      await card
        .getByRole("button", { name: /^No agency is named, .*: 1$/ })
        .first()
        .click();
      const shown = tab.getByText(/ of 1 shown$/);
      await expect.poll(() => shown.textContent()).toBe("1 of 1 shown");
      await tab.getByRole("tab", { name: "Summary" }).click();
    }
    await close();
  });
});

describe("what changed", () => {
  it("has a row for each change that it counts, of all kinds and of one", async () => {
    const from = addDays(dayOf(new Date()), -150);
    const { tab, close } = await teams.open({
      person: "reader",
      place: `plan/1/changes?from=${from}`,
    });
    const rows = tab.locator(".changes-table tbody tr:not(.changes-group)");
    const counted = async (kind: RegExp) =>
      Number(/\d+$/.exec((await tab.getByRole("button", { name: kind }).textContent()) ?? "")?.[0]);
    await rows.first().waitFor();
    const all = await counted(/^All /);
    expect(all).toBeGreaterThan(40);
    await expect.poll(() => rows.count()).toBe(Math.min(all, 100));
    await tab.getByRole("button", { name: /^Due date / }).click();
    await expect.poll(() => rows.count()).toBe(await counted(/^Due date /));
    await close();
  });
});

describe("the plan on a day", () => {
  it("has no version’s number before there was one, and knows no day that is yet to come", async () => {
    const { tab, close } = await teams.open({
      person: "reader",
      place: "plan/1/changes?on=2019-12-31",
    });
    const sentence = tab.locator(".changes-sentence");
    await expect
      .poll(() => sentence.textContent())
      .toBe("45 actions under 12 recommendations as they stood at the end of 31 December 2019.");
    // All of its rows, those that are drawn a few frames later too: 45 actions under 12 headings.
    await expect.poll(() => tab.locator(".standing-table tbody tr").count()).toBe(45 + 12);
    await tab.evaluate(() => (location.hash = "changes?on=2999-12-31"));
    const today = formatDate(dayOf(new Date()));
    await expect.poll(() => sentence.textContent()).toContain(`at the end of ${today}, version`);
    await close();
  });
});
