import type { Frame } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { within, drawn } from "./support/drawn.ts";
import { aTeams, type ATeams } from "./support/a-teams.ts";
import { planOfWords, type PlanOfWords } from "./support/words-of-any-kind.ts";

let teams: ATeams;
let plan: PlanOfWords;
beforeAll(async () => {
  teams = await aTeams();
  plan = await planOfWords(teams);
});
afterAll(() => teams.close());
afterEach(() => teams.throwComplaints());

/**
 * Words that stand where nobody can read them: beyond the window, or cut off at an edge with nothing to tell the rest.
 * What scrolls by itself, what is clamped in a row that opens, and what is told on hover, can be read.
 */
function lostWords(tab: Frame): Promise<readonly string[]> {
  return tab.evaluate(() => {
    const all = [...document.querySelectorAll("body *")].filter(
      ({ textContent }) => textContent.trim() !== "",
    );
    const looks = new Map(all.map((each) => [each, getComputedStyle(each).overflowX]));
    const wide = all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1);
    const cut = wide.filter((each) => looks.get(each) === "hidden");
    const scrolling = wide.filter((each) => /auto|scroll/.test(looks.get(each) ?? ""));
    const range = document.createRange();
    const beyond = all
      .filter((each) => !scrolling.some((scroller) => scroller.contains(each)))
      .filter(({ childNodes }) =>
        [...childNodes]
          .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
          .some((text) => {
            range.selectNodeContents(text);
            return [...range.getClientRects()].some(
              ({ left, right, width }) => width > 1 && (left < -1 || right > window.innerWidth + 1),
            );
          }),
      );
    const { scrollWidth, clientWidth } = document.documentElement;
    const sideways = scrollWidth > clientWidth ? [`sideways by ${scrollWidth - clientWidth}`] : [];
    return [
      ...sideways,
      ...[...new Set([...cut, ...beyond])]
        .filter(
          (each) => !each.closest("[title], [data-row], thead, .clamp, .said, svg, [aria-hidden]"),
        )
        .map((each) => `${each.className}: ${each.textContent.slice(0, 40)}`),
    ];
  });
}

const places = ({ actionId, recommendationId }: PlanOfWords) =>
  [
    ["plan", "[data-row]"],
    [`action/${actionId}`, ".action-record"],
    [`recommendation/${recommendationId}`, ".action-record li"],
    ["summary", ".found li"],
    ["changes?on=2026-11-01", ".changes-sentence"],
    ["challenges?show=checks", ".challenge"],
    ["papers", ".papers-table"],
    ["export", "h1"],
  ] as const;

describe("words of any kind and length", () => {
  it.each([1440, 768, 320, 280])("can be read in every view, at %i pixels", async (width) => {
    const place = `plan/${plan.planId}/plan`;
    const { tab, close } = await teams.open({ person: "owner", place, width, height: 900 });
    for (const [where, sign] of places(plan)) {
      await tab.evaluate((hash) => (location.hash = hash), where);
      await tab.locator(sign).first().waitFor();
      await within(10, "Drawing the tab", drawn(tab));
      await expect
        .poll(async () => [where, ...(await lostWords(tab))], { timeout: 5000 })
        .toEqual([where]);
    }
    await close();
  });
});

it("a recommendation says which of them it is as they stand on the screen, whatever the list counts from", async () => {
  const place = `plan/${plan.planId}/recommendation/${plan.recommendationId}`;
  const { tab, close } = await teams.open({ person: "reader", place });
  const where = tab.locator(".drawer-header .muted").first();
  await expect.poll(() => where.textContent()).toBe("Recommendation 1 of 5");
  await close();
});

it("the names of plans can be read in the menu of them, however long they are", async () => {
  const place = `plan/${plan.emptyId}/plan`;
  const { tab, close } = await teams.open({ person: "owner", place });
  await tab.locator("h1").getByRole("button").click();
  const cut = await tab
    .getByRole("menu")
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(cut).toBeLessThanOrEqual(0);
  await close();
});

describe("a plan with nothing in it", () => {
  it("leads its owner to the import, and tells everybody else who can do that", async () => {
    const place = `plan/${plan.emptyId}/plan`;
    const owner = await teams.open({ person: "owner", place });
    await owner.tab.getByRole("heading", { name: "There is nothing in this plan yet" }).waitFor();
    // There is nothing to search and nothing to count.
    expect(await owner.tab.getByRole("searchbox").count()).toBe(0);
    expect(await owner.tab.locator(".plan-bar").count()).toBe(0);
    await owner.tab.getByRole("button", { name: "Import its document" }).click();
    await owner.tab.getByRole("heading", { name: "Import a document" }).waitFor();
    await owner.close();

    const reader = await teams.open({ person: "reader", place });
    await reader.tab.getByText("once the plan’s owner has imported the document").waitFor();
    expect(await reader.tab.getByRole("button", { name: "Import its document" }).count()).toBe(0);
    await reader.close();
  });
});
