import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { aTeams } from "#tests/tab/support/a-teams.ts";
import { type BenchRow, median } from "./bench-row.ts";
import { type Devtools, launchBare } from "./devtools.ts";
import { largePlanCsv } from "./large-plan.ts";
import { writeLargeRecord } from "./large-record.ts";
import { openSlowly, type SlowPage } from "./slow-browser.ts";
import { serveFloor } from "./tab-floor/serve.ts";

const runs = 9;
const idleSeconds = 30;

const recommendations = 24;
const actions = 93;
/** With what was said of them, half a thousand entries stand in the record. */
const rounds = 7;

/**
 * A plan of 24 recommendations and 93 actions as a tab, beside a bare page of React and Fluent with constant rows, both in
 * the frame of the Teams page, on another site than it as in Teams; the processor four times slower.
 */
export async function bench(): Promise<readonly BenchRow[]> {
  const floor = await serveFloor();
  const dataFolder = mkdtempSync(join(tmpdir(), "plan-of-93-"));
  const planFile = join(dataFolder, "plan.csv");
  writeFileSync(planFile, largePlanCsv(recommendations, actions));
  const teams = await aTeams({ dataFolder, planFile, appHost: "localhost" });
  await writeLargeRecord(dataFolder, rounds);
  const { devtools: browser, close } = await launchBare();
  try {
    const tab = `${teams.address}/as/lead-a/tab`;
    return [
      await usableRow(browser, { tab, floor: floor.address, network: "local" }),
      await usableRow(browser, { tab, floor: floor.address, network: "10 Mbit/s" }),
      ...(await idleRows(browser, tab)),
    ];
  } finally {
    await close();
    await teams.close();
    floor.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

interface Measured {
  readonly tab: string;
  readonly floor: string;
  readonly network: "local" | "10 Mbit/s";
}

/** In turns, so that whatever else the machine does falls on both. The floor is 1.5 times its own plus the round trip. */
async function usableRow(browser: Devtools, measured: Measured): Promise<BenchRow> {
  const { network } = measured;
  const [tabs, floors, trips] = [[], [], []] as [number[], number[], number[]];
  for (let run = 0; run < runs; run++) {
    const bare = await openSlowly(browser, measured.tab, { network, inPlaceOfTab: measured.floor });
    floors.push(bare.usable);
    await bare.close();
    const tab = await openSlowly(browser, measured.tab, { network });
    tabs.push(tab.usable);
    trips.push(await tab.run(dataMilliseconds));
    await tab.close();
  }
  const allowed = 1.5 * median(floors) + median(trips);
  return {
    name: `usable, ${network}; allowed 1.5 × bare + round trip`,
    value: `${median(tabs).toFixed(0)} ms`,
    floor: `${allowed.toFixed(0)} ms`,
    ratio: `${(median(tabs) / allowed).toFixed(2)} × (bare ${median(floors).toFixed(0)} ms, trip ${median(trips).toFixed(0)} ms)`,
  };
}

/** Runs in the tab: how long the answer with the plan took. */
function dataMilliseconds(): number {
  const [trip] = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.includes("$batch"));
  return trip?.duration ?? 0;
}

/** A visible tab that nobody touches; what ten minutes would be is said as such. */
async function idleRows(browser: Devtools, address: string): Promise<BenchRow[]> {
  const opened = await openSlowly(browser, address);
  const { page, tab, close } = opened;
  // The drawer comes with the first touch, and what comes after it is idleness.
  await page.send("Input.dispatchMouseEvent", { type: "mouseMoved", x: 700, y: 500 });
  await pause(3000);
  let requests = 0;
  let bytes = 0;
  tab.on("Network.loadingFinished", (loaded) => (bytes += Number(loaded["encodedDataLength"])));
  tab.on("Network.requestWillBeSent", () => requests++);
  await tab.send("Network.enable");
  const before = await heapMegabytes(opened);
  await pause(idleSeconds * 1000);
  const grown = (await heapMegabytes(opened)) - before;
  const times = 600 / idleSeconds;
  await close();
  return [
    {
      name: `idle, ${idleSeconds} s: requests (of one query every 4 s)`,
      value: `${requests}`,
      floor: `${Math.ceil(idleSeconds / 4)}`,
      ratio: `10 min ≈ ${Math.round(requests * times)}, ${((bytes * times) / 1024).toFixed(0)} KiB`,
    },
    {
      name: `idle, ${idleSeconds} s: growth after collecting garbage`,
      value: `${grown.toFixed(2)} MB`,
      floor: "0 MB",
      ratio: "–",
    },
  ];
}

/** Of the tab's scripts, after collecting garbage. */
async function heapMegabytes({ tab }: SlowPage): Promise<number> {
  await tab.send("HeapProfiler.collectGarbage");
  return Number((await tab.send("Runtime.getHeapUsage"))["usedSize"]) / 1e6;
}
