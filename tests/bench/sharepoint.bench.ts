import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { z } from "zod";
import { startSharePoint } from "#local/sharepoint/service.ts";
import type { BenchRow } from "./bench-row.ts";
import { startFloor, type FloorPlan } from "./sharepoint-floor.ts";
import { askOnce, perSecond, requestBytes } from "./sharepoint-load.ts";

const sizes = { Small: 1000, Large: 100_000 } as const;
const api = "/sites/plan/_api";
const items = (list: string) => `${api}/web/lists/getByTitle('${list}')/items`;

const jobs = z.discriminatedUnion("serve", [
  z.object({ serve: z.literal("sharepoint"), folder: z.string() }),
  z.object({
    serve: z.literal("floor"),
    folder: z.string(),
    title: z.string(),
    filtered: z.string(),
    sizes: z.record(z.string(), z.number()),
  }),
]);

if (!isMainThread) parentPort?.postMessage(await serve(jobs.parse(workerData)), []);

/** Each server runs in a thread of its own, so that asking takes nothing from answering. Answers its port. */
async function serve(job: z.infer<typeof jobs>): Promise<number> {
  if (job.serve === "floor") return startFloor(job);
  const { origin } = await startService(job.folder);
  return Number(new URL(origin).port);
}

/** The local SharePoint service beside bare HTTP with the same SQL; and a list of 100,000 items beside one of 1,000. */
export async function bench(): Promise<readonly BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), "bench-sharepoint-"));
  const [own, copy] = [join(folder, "own"), join(folder, "copy")];
  try {
    await fill(own);
    cpSync(own, copy, { recursive: true });
    const service = await inThread({ serve: "sharepoint", folder: own });
    const bytes: Record<string, number> = {};
    for (const { path, request } of measured)
      bytes[path] = (await askOnce(service.port, request))[1].length;
    const plan: FloorPlan = { folder: copy, title: "Small", filtered: "PlanId", sizes: bytes };
    const floor = await inThread({ serve: "floor", ...plan });
    const rows = [
      ...(await besideFloor(service.port, floor.port)),
      ...(await besideSmall(service.port)),
    ];
    await Promise.all([service.worker.terminate(), floor.worker.terminate()]);
    return [...rows, await memoryRow(own)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const newItem = JSON.stringify({ Title: "Added", PlanId: 8 });
const filter = "$filter=PlanId eq 7&$top=100".replaceAll(" ", "%20");
const measured = [
  { name: "item get", path: "/get", request: requestBytes("GET", `${items("Small")}(500)`) },
  { name: "item add", path: "/add", request: requestBytes("POST", items("Small"), newItem) },
  {
    name: "filtered page of 100",
    path: "/page",
    request: requestBytes("GET", `${items("Small")}?${filter}`),
  },
  { name: "batch of 10 gets and 10 adds", path: "/batch", request: batchRequest() },
] as const;

async function besideFloor(service: number, floor: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const { name, path, request } of measured) {
    const { one, other, ratio } = await alternately(
      () => perSecond(service, request, 150),
      () => perSecond(floor, requestBytes("GET", path), 150),
    );
    rows.push({
      name: `SharePoint: ${name}`,
      value: `${one.toFixed(0)} /s`,
      floor: `${other.toFixed(0)} /s`,
      ratio: `${ratio.toFixed(1)} ×`,
    });
  }
  return rows;
}

async function besideSmall(service: number): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [name, query] of [
    ["get by id", "(500)?$select=Id,Title"],
    ["indexed filter that finds 10", "?$filter=Key eq 'k77'&$select=Id"],
    ["page of 100", "?$top=100&$select=Id,Title"],
    ["page of 100, further on", "?$top=100&$select=Id,Title&$skiptoken=Paged=TRUE%26p_ID=800"],
  ] as const) {
    const of = (list: string) =>
      requestBytes("GET", `${items(list)}${query.replaceAll(" ", "%20")}`);
    const { one, other, ratio } = await alternately(
      () => perSecond(service, of("Large"), 120),
      () => perSecond(service, of("Small"), 120),
    );
    rows.push({
      name: `SharePoint, 100,000 items: ${name}`,
      value: `${(1000 / one).toFixed(2)} ms`,
      floor: `${(1000 / other).toFixed(2)} ms`,
      ratio: `${ratio.toFixed(1)} ×`,
    });
  }
  return rows;
}

/** What the service holds on to: its heap after some requests of every kind, and after 1,600 more. */
async function memoryRow(folder: string): Promise<BenchRow> {
  const service = await startService(folder);
  const port = Number(new URL(service.origin).port);
  const heapAfter = async (rounds: number) => {
    for (let round = 0; round < rounds; round++)
      for (const { request } of measured) await askOnce(port, request);
    collect();
    return process.memoryUsage().heapUsed / 2 ** 20;
  };
  const before = await heapAfter(100);
  const after = await heapAfter(400);
  await service.close();
  return {
    name: "SharePoint: heap after 1,600 requests more",
    value: `${after.toFixed(1)} MB`,
    floor: `${before.toFixed(1)} MB`,
    ratio: `${(after / before).toFixed(2)} ×`,
  };
}

function collect(): void {
  setFlagsFromString("--expose-gc");
  runInNewContext("gc")();
}

/**
 * How often a second, in the best of fifteen short rounds of each that take turns: what else the machine does can only
 * make a round slower.
 */
async function alternately(measureOne: () => Promise<number>, measureOther: () => Promise<number>) {
  let [one, other] = [0, 0];
  for (let round = 0; round < 15; round++) {
    one = Math.max(one, await measureOne());
    other = Math.max(other, await measureOther());
  }
  return { one, other, ratio: other / one };
}

function batchRequest(): Buffer {
  const parts = Array.from({ length: 20 }, (_, place) => {
    const isGet = place < 10;
    const path = `http://127.0.0.1${items("Small")}${isGet ? "(500)" : ""}`;
    return [
      "--b",
      "Content-Type: application/http",
      "",
      `${isGet ? "GET" : "POST"} ${path} HTTP/1.1`,
      "accept: application/json;odata=nometadata",
      "content-type: application/json",
      "",
      isGet ? "" : newItem,
      "",
    ].join("\n");
  });
  return requestBytes("POST", `${api}/$batch`, `${parts.join("")}--b--\n`, {
    "Content-Type": "multipart/mixed; boundary=b",
  });
}

function startService(dataFolder: string) {
  return startSharePoint({
    port: 0,
    dataFolder,
    authenticate: async () => ({
      loginName: "i:0#.f|membership|admin@x.example",
      name: "Admin",
      siteAdmin: true,
    }),
    directory: [],
  });
}

/** Two lists made by the service, and filled by SQL. */
async function fill(folder: string): Promise<void> {
  const service = await startService(folder);
  const port = Number(new URL(service.origin).port);
  const post = async (path: string, body: object) => {
    const [status, answer] = await askOnce(port, requestBytes("POST", path, JSON.stringify(body)));
    if (status >= 300) throw new Error(`The list cannot be made: ${status} ${answer.toString()}`);
  };
  for (const list of Object.keys(sizes)) {
    await post(`${api}/web/lists`, { Title: list, BaseTemplate: 100 });
    for (const [name, type] of [
      ["PlanId", "Number"],
      ["Key", "Text"],
    ])
      await post(`${api}/web/lists/getByTitle('${list}')/fields/createfieldasxml`, {
        parameters: {
          SchemaXml: `<Field Type='${type}' Name='${name}' DisplayName='${name}' Indexed='TRUE'/>`,
        },
      });
    await post(items(list), { Title: "first", PlanId: 0, Key: "k0" });
  }
  await service.close();
  fillTables(folder);
}

function fillTables(folder: string): void {
  const database = new DatabaseSync(join(folder, "sharepoint.sqlite"));
  const stored = (list: string, field: string) => {
    const row = database
      .prepare(
        "SELECT lists.number, fields.stored_in FROM lists JOIN fields ON fields.list = lists.number WHERE lists.title = ? AND fields.name = ?",
      )
      .get(list, field);
    return { table: `items_${String(row?.["number"])}`, column: String(row?.["stored_in"]) };
  };
  database.exec("BEGIN");
  for (const [list, size] of Object.entries(sizes)) {
    const { table, column: plan } = stored(list, "PlanId");
    const { column: key } = stored(list, "Key");
    database.exec(`
      WITH RECURSIVE numbers (n) AS (SELECT 2 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${size})
      INSERT INTO ${table} (id, title, guid, uid, kind, dir, leaf, scope, created, modified, author, editor, version, etag, ${plan}, ${key})
      SELECT n, 'Item ' || n, guid, uid, kind, dir, n || '_.000', scope, created, modified, author, editor, version, etag, n % 9, 'k' || (n % ${size / 10})
      FROM numbers, ${table} WHERE ${table}.id = 1;
      UPDATE lists SET next_item = ${size + 1} WHERE title = '${list}'`);
  }
  database.exec("COMMIT");
  database.close();
}

function inThread(job: z.infer<typeof jobs>): Promise<{ worker: Worker; port: number }> {
  const worker = new Worker(new URL(import.meta.url), { workerData: job });
  return new Promise((resolve, reject) => {
    worker.once("error", reject);
    worker.once("message", (port: number) => resolve({ worker, port }));
  });
}
