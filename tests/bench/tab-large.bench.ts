import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aTeams } from "#tests/tab/support/a-teams.ts";
import { setTimeout as pause } from "node:timers/promises";
import type { BenchRow } from "./bench-row.ts";
import { launchBare } from "./devtools.ts";
import { largePlanCsv } from "./large-plan.ts";
import { searchTimes } from "./large-search.ts";
import { choiceTimes, useForLong } from "./large-use.ts";
import { openSlowly, type SlowPage } from "./slow-browser.ts";

const frames = 120;

/** 1,000 recommendations with 10,000 actions as a tab, at a quarter of the machine's speed and at all of it. The floor is the bar. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "large-plan-"));
  const planFile = join(folder, "plan.csv");
  writeFileSync(planFile, largePlanCsv());
  const teams = await aTeams({ planFile, appHost: "localhost" });
  const { devtools, close } = await launchBare();
  try {
    const open = await openSlowly(devtools, `${teams.address}/as/lead-a/tab`);
    const { tab, run } = open;
    const requests = await run(dataRequests);
    await pause(5000);
    const rows = [
      row("data requests before the first rows", requests, 3, ""),
      row("rows painted", open.usable, Number.NaN, "ms"),
      ...(await useRows(open, "4 × slower")),
    ];
    await tab.send("Emulation.setCPUThrottlingRate", { rate: 1 });
    rows.push(...(await useRows(open, "full speed")));
    rows.push(row("memory of the tab's scripts", await memory(open), 150, "MB"));
    await useForLong(open);
    const later = "memory after 200 searches, 50 actions opened and 20 groupings";
    return [...rows, row(later, await memory(open), 150, "MB")];
  } finally {
    await close();
    await teams.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Megabytes in use once what nobody needs is gone. */
async function memory({ tab }: SlowPage): Promise<number> {
  await tab.send("HeapProfiler.collectGarbage");
  const { usedSize } = await tab.send("Runtime.getHeapUsage");
  return Number(usedSize) / 1e6;
}

async function useRows(open: SlowPage, speed: string): Promise<BenchRow[]> {
  const rows = [...(await scrollRows(open)), ...(await keyRows(open))];
  for (const { name, time } of await choiceTimes(open)) rows.push(row(name, time, 50, "ms"));
  return rows.map((each) => ({ ...each, name: `${each.name}, ${speed}` }));
}

function row(name: string, value: number, bar: number, unit: string): BenchRow {
  const known = Number.isFinite(bar);
  return {
    name: `11,000 rows: ${name}`,
    value: `${value.toFixed(0)} ${unit}`,
    floor: known ? `${bar} ${unit}` : "–",
    ratio: known ? `${(value / bar).toFixed(2)} ×` : "–",
  };
}

/** Runs in the tab. */
function dataRequests(): number {
  return performance.getEntriesByType("resource").filter(({ name }) => name.includes("/_api/"))
    .length;
}

/** A wheel turned steadily, a hard flick, and the bar dragged: pixels a frame. Beside them what the machine does at rest. */
const speeds = { wheel: 100, flick: 300, "dragged bar": 6000 };

async function scrollRows({ run }: SlowPage): Promise<BenchRow[]> {
  const still = await run(scrolled, { step: 0, count: frames });
  const rows = [row("nothing scrolls: 95 % of frames within", within(still, 0.95), 50, "ms")];
  for (const [name, step] of Object.entries(speeds)) {
    const times = await run(scrolled, { step, count: frames });
    rows.push(
      row(`${name}, ${step} px a frame: 95 % of frames within`, within(times, 0.95), 50, "ms"),
      row(`${name}: longest of ${frames} frames`, within(times, 1), 50, "ms"),
    );
  }
  return rows;
}

function within(times: readonly number[], part: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.floor(part * (sorted.length - 1))] ?? Number.NaN;
}

/** Runs in the tab: milliseconds between one frame and the next. */
function scrolled({ step, count }: { step: number; count: number }): Promise<number[]> {
  const scroller = document.querySelector(".plan-scroller");
  if (!scroller) throw new Error("Nothing scrolls.");
  scroller.scrollTop = 0;
  const times: number[] = [];
  let last: number | undefined;
  return new Promise((done) => {
    function next(now: number): void {
      if (last !== undefined) times.push(now - last);
      last = now;
      if (times.length >= count || !scroller) return done(times);
      scroller.scrollTop += step;
      requestAnimationFrame(next);
    }
    requestAnimationFrame(next);
  });
}

/** What the search answers, and when. */
async function keyRows(open: SlowPage): Promise<BenchRow[]> {
  const found = await searchTimes(open);
  const rows = [
    ["key until its letter is painted, longest", found.letter],
    ["key until its rows are painted, median", found.usualRows],
    ["key until its rows are painted, longest", found.rows],
    ["key that leaves nothing, and the one that takes it back", found.nothing],
    ["10,000 characters pasted", found.pasted],
    ["ten letters in 300 ms: each painted within", found.fast],
    ["ten letters in 300 ms: rows after the last", found.fastRows],
  ] as const;
  return rows.map(([name, value]) => row(`search: ${name}`, value, 50, "ms"));
}
