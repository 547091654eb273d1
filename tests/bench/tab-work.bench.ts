import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { addDays, dayOf } from "#plan/iso-date.ts";
import { aTeams } from "#tests/tab/support/a-teams.ts";
import type { BenchRow } from "./bench-row.ts";
import { launchBare } from "./devtools.ts";
import { largePlanCsv } from "./large-plan.ts";
import { writeLargeRecord } from "./large-record.ts";
import { keepFinder, pressOn } from "./large-use.ts";
import { openSlowly, type SlowPage } from "./slow-browser.ts";

/** A place in the tab, as its address says it, or what is pressed; and what is there once it is done. */
type Step = { readonly name: string; readonly until: string } & (
  | { readonly at: string }
  | { readonly press: string }
);

const table = ".changes-table tbody tr";
const made = "output:contains(is in your downloads)";
const since = addDays(dayOf(new Date()), -90);

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
];

/**
 * The longest time for which the tab's main thread does not answer while a plan of 10,000 actions, with 8,500 things said of
 * it, is counted, checked, compared and written. At the machine's full speed; the floor is the bar.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const dataFolder = mkdtempSync(join(tmpdir(), "large-work-"));
  const planFile = join(dataFolder, "plan.csv");
  writeFileSync(planFile, largePlanCsv());
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
    for (const step of steps) rows.push(row(step.name, await done(open, step)));
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

async function done({ run }: SlowPage, step: Step): Promise<Done> {
  await run(() => window.longTasks?.splice(0));
  const from = performance.now();
  if ("press" in step) await run(pressOn, step.press);
  else await run((at: string) => void (location.hash = at), step.at);
  await run(untilThere, step.until);
  const took = performance.now() - from;
  // What follows it: frames, and what is thrown away.
  await pause(1500);
  const tasks = await run(() => window.longTasks ?? []);
  return { longest: Math.max(0, ...tasks), took };
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
