import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { addDays, dayOf } from "#plan/iso-date.ts";
import { aTeams } from "#tests/tab/support/a-teams.ts";
import type { BenchRow } from "./bench-row.ts";
import { type Devtools, launchBare } from "./devtools.ts";
import { largePlanCsv, newerPlanCsv } from "./large-plan.ts";
import { writeLargeRecord } from "./large-record.ts";
import { keepFinder, pressOn } from "./large-use.ts";
import { openSlowly, type SlowPage } from "./slow-browser.ts";
import * as z from "zod/mini";

/** A place in the tab, as its address says it, what is pressed, or a file that is chosen; and what is there once it is done. */
type Step = { readonly name: string; readonly until: string } & (
  | { readonly at: string }
  | { readonly press: string }
  | { readonly choose: keyof typeof files }
);

/** What is imported: a plan that is not there yet, and a newer version of the one that is. */
const files = {
  "other.csv": () => largePlanCsv().replaceAll("Make sure that", "Never again let"),
  "newer.csv": newerPlanCsv,
};

const table = ".changes-table tbody tr";
const made = "output:contains(is in your downloads)";
const since = addDays(dayOf(new Date()), -90);
const filter = (words: string) => `.import-filters button:contains(${words})`;
const pressed = (words: string) => `.import-filters [aria-pressed=true]:contains(${words})`;
const more = ".import-part > button";
const saved = (what: string) => `output:contains(${what})`;

/** What works through a whole plan, in the order in which somebody might ask for it. */
const steps: readonly Step[] = [
  { name: "summary", at: "summary", until: "[aria-label^='Movement by month: show']" },
  { name: "what the checks found in short", at: "summary", until: ".found li" },
  { name: "ratings as proposed", press: "button:contains(Proposed)", until: ".chart-bars tfoot" },
  { name: "due by month", press: "button:contains(By month)", until: "h2:contains(by month)" },
  { name: "changes", at: "changes", until: ".changes-sentence strong" },
  { name: "changes of 90 days", at: `changes?from=${since}`, until: table },
  { name: "ratings that changed", at: `changes?from=${since}&kind=rating`, until: table },
  { name: "the plan on a day", at: `changes?on=${since}`, until: ".standing-table tbody tr" },
  { name: "questions", at: "challenges", until: ".challenges-list li" },
  { name: "what the checks found", at: "challenges?show=checks", until: ".challenge-asks" },
  { name: "100 more of that", press: ".challenges-scroll > button", until: "li:nth-of-type(150)" },
  { name: "papers", at: `papers?since=${since}`, until: ".papers-list" },
  { name: "highlight report", press: "[aria-label^='Highlight report']", until: made },
  { name: "export", at: "export", until: ".export-form" },
  { name: "export as CSV", press: "[type=radio][value=csv]", until: "[value=csv]:checked" },
  { name: "exported", press: ".export-form [type=submit]", until: made },
  { name: "import", at: "import", until: ".import-drop" },
  { name: "a file read and its rows shown", choose: "other.csv", until: ".import-list li" },
  { name: "its rows to know of", press: filter("Good to know"), until: pressed("Good to know") },
  { name: "all its rows again", press: filter("All actions"), until: ".import-list li" },
  { name: "a row left out", press: ".import-row input", until: filter("Left out 1") },
  { name: "1,000 actions saved", press: "button:contains(new plan)", until: saved("1000 of 9999") },
  { name: "saving stopped", press: "button:contains(Stop)", until: "button:contains(Leave it)" },
  { name: "another file", press: "button:contains(Leave it)", until: ".import-drop" },
  { name: "a newer version compared", choose: "newer.csv", until: ".import-part" },
  { name: "one difference left", press: ".import-part input", until: ".import-part" },
  { name: "100 more of them", press: more, until: ".import-part li:nth-child(150)" },
  { name: "500 of them saved", press: "button:contains(Take it)", until: saved("500 of 1499") },
  { name: "50 statements more", at: "import", until: saved("55") },
  { name: "taking over stopped", press: "button:contains(Stop)", until: "button:contains(Leave)" },
];

/**
 * The longest time for which the tab's main thread does not answer while a plan of 10,000 actions, with 8,500 things said of
 * it, is counted, checked, compared, written, and
 * read from files. At the machine's full speed; the floor is the bar.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "large-work-"));
  const planFile = join(dataFolder, "plan.csv");
  writeFileSync(planFile, largePlanCsv());
  for (const [name, csv] of Object.entries(files)) writeFileSync(join(dataFolder, name), csv());
  const teams = await aTeams({ dataFolder, planFile, appHost: "localhost" });
  await writeLargeRecord(dataFolder);
  const { devtools, close } = await launchBare();
  try {
    const open = await openSlowly(devtools, `${teams.address}/as/owner/tab`);
    await open.tab.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    await open.run(keepFinder);
    await open.run(keepLongTasks);
    await pause(5000);
    const rows: BenchRow[] = [];
    for (const step of steps) rows.push(row(step.name, await done(open, step, dataFolder)));
    return rows;
  } finally {
    await close();
    await teams.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

const bar = 50;

function row(name: string, { longest, took }: Done): BenchRow {
  return {
    name: `10,000 actions, ${name} (${took.toFixed(0)} ms): longest task`,
    value: longest === 0 ? `under ${bar} ms` : `${longest.toFixed(0)} ms`,
    floor: `${bar} ms`,
    ratio: longest === 0 ? "under 1" : `${(longest / bar).toFixed(2)} ×`,
  };
}

interface Done {
  /** Milliseconds; 0 where no task took longer than 50. */
  readonly longest: number;
  readonly took: number;
}

async function done({ run, tab }: SlowPage, step: Step, folder: string): Promise<Done> {
  await run(() => window.longTasks?.splice(0));
  const from = performance.now();
  if ("press" in step) await run(pressOn, step.press);
  else if ("choose" in step) await choose(tab, join(folder, step.choose));
  else await run((at: string) => void (location.hash = at), step.at);
  await run(untilThere, step.until);
  const took = performance.now() - from;
  // What follows it: frames, and what is thrown away.
  await pause(1500);
  const tasks = await run(() => window.longTasks ?? []);
  return { longest: Math.max(0, ...tasks), took };
}

/** As the computer's own dialog gives it to the page. */
async function choose(tab: Devtools, path: string): Promise<void> {
  const { result } = await tab.send("Runtime.evaluate", {
    expression: "document.querySelector('input[type=file]')",
  });
  const { objectId } = z.object({ objectId: z.string() }).parse(result);
  await tab.send("DOM.setFileInputFiles", { files: [path], objectId });
}

/** Runs in the tab: the browser tells of tasks over 50 ms. */
function keepLongTasks(): void {
  const found: number[] = [];
  window.longTasks = found;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.push(duration);
  }).observe({ type: "longtask" });
}

/** Runs in the tab. */
async function untilThere(what: string): Promise<void> {
  for (const late = performance.now() + 60_000; performance.now() < late;) {
    if (window.elementOf?.(what)) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`There is no ${what} after a minute.`);
}

declare global {
  interface Window {
    longTasks?: number[];
  }
}
