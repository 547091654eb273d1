import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { siteAt, withSite } from "./support/site.ts";

const main = new URL("../../../src/local/sharepoint/main.ts", import.meta.url).pathname;
const running = new Set<ChildProcess>();
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "local-sharepoint-"));
});

afterEach(async () => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
  await rm(folder, { recursive: true, force: true });
});

function run(...more: readonly string[]): ChildProcess {
  const given = ["--port", "0", "--data", folder, "--token", "admin=admin", ...more];
  const child = spawn(process.execPath, [main, ...given], { stdio: "pipe" });
  running.add(child);
  return child;
}

async function start(...more: readonly string[]) {
  const child = run("--empty", ...more);
  if (!child.stdout) throw new Error("The service has no output.");
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^Ready: (http:\/\/127\.0\.0\.1:\d+)\/sites\/plan$/.exec(line)?.[1];
    if (origin !== undefined) return { child, site: siteAt(origin) };
  }
  throw new Error("The service did not start.");
}

async function kill(child: ChildProcess) {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

async function failure(child: ChildProcess) {
  let words = "";
  child.stderr?.on("data", (chunk: Buffer) => (words += chunk.toString()));
  const [code] = await once(child, "close");
  return { code, words };
}

describe("the service as a process", () => {
  it("keeps through kill -9 whatever it has answered, and nothing by halves", async () => {
    const { child, site } = await start();
    await site.as("admin").web.lists.add("Actions");
    const answered: number[] = [];
    const list = site.as("admin").web.lists.getByTitle("Actions");
    const writing = Promise.all(
      Array.from({ length: 200 }, async () => {
        const { Id: id } = await list.items.add({ Title: "x" });
        answered.push(id);
        if (answered.length === 50) await kill(child);
      }),
    );
    await expect(writing).rejects.toThrow("fetch failed");
    const again = await start();
    const items = again.site.as("admin").web.lists.getByTitle("Actions").items;
    const kept = new Set((await items.select("Id").top(5000)()).map(({ Id }) => Id));
    expect(answered.length).toBeGreaterThanOrEqual(50);
    expect(answered.filter((id) => !kept.has(id))).toEqual([]);
    await kill(again.child);
    const database = new DatabaseSync(join(folder, "sharepoint.sqlite"));
    expect(database.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    const added = "SELECT count(*) AS count FROM changes WHERE object = 'item' AND action = 1";
    expect(database.prepare(added).get()).toEqual({ count: kept.size });
    database.close();
  });

  it("refuses, with words, a folder that another one holds", async () => {
    const { site } = await start();
    const second = await failure(run());
    expect(second.code).toBe(1);
    expect(second.words).toContain("in use by another local SharePoint service");
    expect(await site.as("admin").web.select("Title")()).toMatchObject({ Title: "plan" });
  });

  it("refuses a port that is taken, and a folder that cannot be written", async () => {
    const { site } = await start();
    const { port } = new URL(site.origin);
    const other = await mkdtemp(join(tmpdir(), "local-sharepoint-"));
    const taken = await failure(run("--port", port, "--data", other));
    expect(taken).toMatchObject({
      code: 1,
      words: expect.stringContaining(`port ${port} is taken`),
    });
    await writeFile(join(other, "file"), "");
    const unwritable = await failure(run("--data", join(other, "file", "below")));
    expect(unwritable).toMatchObject({
      code: 1,
      words: expect.stringContaining("cannot be written"),
    });
    await rm(other, { recursive: true, force: true });
  });

  it("knows a token's person: an administrator, or somebody without rights", async () => {
    const { site } = await start("--token", "stranger=reader");
    expect((await site.call("admin", "GET", "web")).status).toBe(200);
    expect((await site.call("stranger", "GET", "web")).status).toBe(403);
  });
});

describe("a write that fails", () => {
  it("leaves nothing behind", () =>
    withSite(async (site) => {
      const { web } = site.as("admin");
      await web.lists.add("Actions");
      const list = web.lists.getByTitle("Actions");
      const before = await list.select("CurrentChangeToken")();
      await expect(list.items.add({ Title: "x".repeat(300) })).rejects.toThrow("[400]");
      const path = "web/lists/getByTitle('Actions')/items?$select=Nope";
      expect((await site.call("admin", "POST", path, { body: { Title: "x" } })).status).toBe(400);
      expect(await list.items()).toEqual([]);
      expect(await list.select("CurrentChangeToken")()).toMatchObject(before);
    }));
});
