import { setTimeout as pause } from "node:timers/promises";
import { press, searchOften } from "./large-search.ts";
import type { SlowPage } from "./slow-browser.ts";

interface Choice {
  readonly name: string;
  /** What is pressed first, where it opens a menu. */
  readonly menu?: string;
  readonly press: string;
  /** What takes it back, pressed in the same menu. */
  readonly back: readonly string[];
}

const item = (words: string) => `[role^=menuitem]:contains(${words})`;

const grouping: Choice = {
  name: "group by agency",
  menu: "[title='Group and sort']",
  press: item("Agency"),
  back: [item("Recommendation")],
};

const choices: readonly Choice[] = [
  {
    name: "sort by due",
    press: ".plan-head-due button",
    back: [".plan-head-due button", ".plan-head-due button"],
  },
  grouping,
  {
    name: "filter by an agency",
    menu: "button:contains(Agency)",
    press: item("Wold"),
    back: [item("Wold")],
  },
  { name: "hide a column", menu: "[title=Columns]", press: item("Lead"), back: [item("Lead")] },
];

/** Milliseconds from the press until the rows are painted as it asks. */
export async function choiceTimes(
  open: SlowPage,
): Promise<readonly { readonly name: string; readonly time: number }[]> {
  await open.run(keepFinder);
  const found = [];
  for (const choice of choices) {
    found.push({ name: choice.name, time: await choose(open, choice, choice.press) });
    for (const back of choice.back) await choose(open, choice, back);
  }
  return found;
}

/** What somebody does to a plan in a long morning: 200 searches, 50 actions opened, 20 groupings. */
export async function useForLong(open: SlowPage): Promise<void> {
  await searchOften(open, 200);
  for (let time = 0; time < 10; time++)
    for (const each of [grouping.press, ...grouping.back]) await choose(open, grouping, each);
  for (let time = 0; time < 50; time++) {
    await open.run(pressOn, `.plan-row-action:nth-of-type(${(time % 8) + 2})`);
    await pause(200);
    await press(open.page, "Escape");
    await pause(200);
  }
}

async function choose(open: SlowPage, { menu }: Choice, what: string): Promise<number> {
  const opened = menu !== undefined && !(await open.run(isThere, what));
  if (opened) {
    await open.run(pressOn, menu);
    await pause(600);
  }
  const time = await open.run(pressAndWatch, what);
  await press(open.page, "Escape");
  await pause(600);
  return time;
}

/** Runs in the tab, before the others. */
export function keepFinder(): void {
  window.elementOf = (what) => {
    const [, selector = what, words = ""] = /^(.*?):contains\((.*)\)$/.exec(what) ?? [];
    return [...document.querySelectorAll<HTMLElement>(selector)].find((each) =>
      each.textContent?.includes(words),
    );
  };
}

/** Runs in the tab. */
function isThere(what: string): boolean {
  return window.elementOf?.(what) !== undefined;
}

/** Runs in the tab. */
export function pressOn(what: string): void {
  const found = window.elementOf?.(what);
  if (!found) throw new Error(`There is no ${what}.`);
  found.click();
}

/** Runs in the tab. */
function pressAndWatch(what: string): Promise<number> {
  const found = window.elementOf?.(what);
  const grid = document.querySelector(".plan-grid tbody");
  if (!found || !grid) throw new Error(`There is no ${what}.`);
  return new Promise((done) => {
    const from = performance.now();
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - from)));
    });
    watch.observe(grid, { childList: true, subtree: true, attributes: true, characterData: true });
    setTimeout(() => done(Number.NaN), 3000);
    found.click();
  });
}

declare global {
  interface Window {
    elementOf?: (what: string) => HTMLElement | undefined;
  }
}
