import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { withSite, type LocalSite } from "./support/site.ts";
import { makeTrouble } from "./support/trouble.ts";

const items = "web/lists/getByTitle('Actions')/items";

const withActions = (work: (site: LocalSite) => Promise<void>) =>
  withSite(async (site) => {
    await site.as("admin").web.lists.add("Actions");
    await work(site);
  });

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

async function titles(site: LocalSite): Promise<unknown[]> {
  const found = await site.as("admin").web.lists.getByTitle("Actions").items.select("Title")();
  return found.map(({ Title }: { Title: string }) => Title);
}

describe("trouble on demand", () => {
  it("is made by the site's administrator alone", () =>
    withSite(async (site) => {
      for (const [token, status] of [
        ["", 401],
        ["alpha", 403],
        ["admin", 200],
      ] as const) {
        const answer = await fetch(`${site.origin}/_local/faults`, {
          headers: token === "" ? {} : { Authorization: `Bearer ${token}` },
        });
        expect(answer.status).toBe(status);
      }
    }));

  it("refuses a plan that it does not understand, and keeps the one before", () =>
    withSite(async (site) => {
      await makeTrouble(site.origin, { seed: 5 });
      const call = (method: string, body?: string) =>
        fetch(`${site.origin}/_local/faults`, {
          method,
          headers: { Authorization: "Bearer admin" },
          ...(body === undefined ? {} : { body }),
        });
      expect((await call("PUT", '{"faults":[{"kind":"earthquake"}]}')).status).toBe(400);
      expect((await call("PUT", "{")).status).toBe(400);
      expect((await call("POST", "{}")).status).toBe(405);
      expect(await (await call("GET")).json()).toEqual({ seed: 5, faults: [], strikes: [] });
    }));

  it("dates an item when it is written, not when it was asked for", () =>
    withActions(async (site) => {
      const list = site.as("admin").web.lists.getByTitle("Actions");
      await makeTrouble(site.origin, {
        faults: [{ kind: "latency", milliseconds: 1500, method: "POST", times: 1 }],
      });
      const slow = list.items.add({ Title: "slow" });
      await setTimeout(100);
      await list.items.add({ Title: "quick" });
      await slow;
      const found = await list.items.select("Id", "Title", "Created").orderBy("Id")();
      const read = z.array(z.object({ Title: z.string(), Created: z.string() })).parse(found);
      expect(read.map(({ Title }) => Title)).toEqual(["quick", "slow"]);
      const [quick, late] = read.map(({ Created }) => Date.parse(Created));
      expect(late).toBeGreaterThan(quick ?? Infinity);
    }));

  it("throttles whom, where and as often as was said, and then lets through", () =>
    withActions(async (site) => {
      await makeTrouble(site.origin, {
        faults: [
          {
            kind: "throttle",
            person: "admin@",
            path: "items",
            method: "GET",
            times: 2,
            retryAfter: 7,
          },
          { kind: "throttle", status: 503, path: "siteusers", retryAfter: 120 },
        ],
      });
      const answers = [
        await site.call("admin", "GET", items),
        await site.call("admin", "GET", items),
        await site.call("admin", "GET", items),
      ];
      expect(answers.map(({ status }) => status)).toEqual([429, 429, 200]);
      expect(answers[0]?.headers.get("retry-after")).toBe("7");
      expect(answers[0]?.json).toHaveProperty(["odata.error", "code"]);
      expect((await site.call("admin", "GET", "web")).status).toBe(200);
      const busy = await site.call("admin", "GET", "web/siteusers");
      expect([busy.status, busy.headers.get("retry-after")]).toEqual([503, "120"]);
    }));

  it("counts each person's requests, warns from four fifths on, and refuses beyond the limit", () =>
    withSite(async (site) => {
      await site.as("admin").web.lists.add("Actions");
      await makeTrouble(site.origin, { requestLimit: { requests: 10, seconds: 60 } });
      const answers = [];
      for (let count = 0; count < 12; count++) answers.push(await site.call("admin", "GET", "web"));
      expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(200), 429, 429]);
      const remaining = answers.map(({ headers }) => headers.get("ratelimit-remaining"));
      expect(remaining).toEqual([...Array(7).fill(null), "2", "1", "0", "0", "0"]);
      expect(answers[7]?.headers.get("ratelimit-limit")).toBe("10");
      expect(Number(answers[10]?.headers.get("retry-after"))).toBeGreaterThan(50);
      expect(answers[10]?.headers.get("ratelimit-reset")).toBe(
        answers[10]?.headers.get("retry-after"),
      );
      expect((await site.call("alpha", "GET", "web")).status).toBe(403);
    }));

  it("is slow for as many requests as was said", () =>
    withSite(async (site) => {
      await makeTrouble(site.origin, {
        faults: [{ kind: "latency", milliseconds: 80, jitter: 40, times: 2 }],
      });
      for (let count = 0; count < 2; count++)
        expect(await timed(() => site.call("admin", "GET", "web"))).toBeGreaterThan(79);
      await site.call("admin", "GET", "web");
      const headers = { Authorization: "Bearer admin" };
      const state: unknown = await (
        await fetch(`${site.origin}/_local/faults`, { headers })
      ).json();
      expect(state).toMatchObject({ strikes: [2] });
    }));

  it("strikes the same requests for the same seed, and others for another", () =>
    withSite(async (site) => {
      const struck = async (seed: number) => {
        await makeTrouble(site.origin, { seed, faults: [{ kind: "throttle", chance: 0.5 }] });
        const statuses: number[] = [];
        for (let count = 0; count < 24; count++)
          statuses.push((await site.call("admin", "GET", "web/Title")).status);
        return statuses;
      };
      const first = await struck(1);
      expect(new Set(first)).toEqual(new Set([200, 429]));
      expect(await struck(1)).toEqual(first);
      expect(await struck(2)).not.toEqual(first);
    }));

  it.each([
    ["before", []],
    ["after", ["x"]],
  ])("drops the connection %s the write", (when, kept) =>
    withActions(async (site) => {
      await makeTrouble(site.origin, { faults: [{ kind: "drop", when, method: "POST" }] });
      const body = { Title: "x" };
      await expect(site.call("admin", "POST", items, { body })).rejects.toThrow("fetch failed");
      expect(await titles(site)).toEqual(kept);
    }),
  );

  it("fails half of a batch, the same half for the same seed", () =>
    withActions(async (site) => {
      const add = async (seed: number) => {
        await makeTrouble(site.origin, { seed, faults: [{ kind: "half-batch", times: 1 }] });
        const [batch, execute] = site.as("admin").batched();
        const list = batch.web.lists.getByTitle("Actions");
        const parts = Array.from({ length: 8 }, async (_, Title) =>
          list.items.add({ Title: `${Title}` }),
        );
        const settled = Promise.allSettled(parts);
        await execute();
        return (await settled).map(({ status }) => status);
      };
      const outcome = await add(4);
      expect(outcome.filter((status) => status === "rejected")).toHaveLength(4);
      const kept = outcome.flatMap((status, place) => (status === "fulfilled" ? [`${place}`] : []));
      expect(await titles(site)).toEqual(kept);
      expect(await add(4)).toEqual(outcome);
      expect(await add(5)).not.toEqual(outcome);
    }));

  it("says that a token has expired", () =>
    withSite(async (site) => {
      await makeTrouble(site.origin, { faults: [{ kind: "expired-token", times: 1 }] });
      const refused = await site.call("admin", "GET", "web");
      expect(refused.status).toBe(401);
      expect(refused.headers.get("www-authenticate")).toContain("invalid_token");
      expect((await site.call("admin", "GET", "web")).status).toBe(200);
    }));

  it("ends in the middle of an answer, after all of the write", () =>
    withActions(async (site) => {
      await makeTrouble(site.origin, { faults: [{ kind: "drop", when: "half-way" }] });
      const answer = await fetch(`${site.origin}/sites/plan/_api/${items}`, {
        method: "POST",
        headers: { Authorization: "Bearer admin", "Content-Type": "application/json" },
        body: JSON.stringify({ Title: "x" }),
      });
      expect(answer.status).toBe(201);
      await expect(answer.text()).rejects.toThrow("terminated");
      await makeTrouble(site.origin, {});
      expect(await titles(site)).toEqual(["x"]);
    }));

  it("says until when it is too busy as a moment, where that is asked for", () =>
    withSite(async (site) => {
      const faults = [{ kind: "throttle", retryAfter: 60, asDate: true, times: 1 }];
      await makeTrouble(site.origin, { faults });
      const { headers } = await site.call("admin", "GET", "web");
      const seconds = (Date.parse(headers.get("retry-after") ?? "") - Date.now()) / 1000;
      expect(seconds).toBeGreaterThan(50);
      expect(seconds).toBeLessThanOrEqual(60);
    }));

  it("has a web page answer in its place, and does nothing of what was asked", () =>
    withActions(async (site) => {
      await makeTrouble(site.origin, { faults: [{ kind: "web-page", times: 1 }] });
      const headers = { Authorization: "Bearer admin" };
      const answer = await fetch(`${site.origin}/sites/plan/_api/${items}`, {
        method: "POST",
        headers,
        body: JSON.stringify({ Title: "x" }),
      });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([
        200,
        "text/html; charset=utf-8",
      ]);
      expect(await titles(site)).toEqual([]);
    }));

  it("says what a token has to prove, and lets a page of another origin read it", () =>
    withSite(async (site) => {
      await makeTrouble(site.origin, { faults: [{ kind: "claims", acrs: "c3" }] });
      const refused = await fetch(`${site.origin}/sites/plan/_api/web`, {
        headers: { Authorization: "Bearer admin", Origin: "https://tab.example" },
      });
      expect(refused.status).toBe(401);
      expect(refused.headers.get("access-control-expose-headers")).toContain("WWW-Authenticate");
      const [, written = ""] =
        /error="insufficient_claims", claims="([^"]+)"/.exec(
          refused.headers.get("www-authenticate") ?? "",
        ) ?? [];
      expect(JSON.parse(atob(written))).toEqual({
        access_token: { acrs: { essential: true, value: "c3" } },
      });
    }));

  it("takes an upload slowly, and takes all of it", () =>
    withSite(async (site) => {
      await makeTrouble(site.origin, {
        faults: [{ kind: "slow-upload", bytesPerSecond: 1_000_000, path: "AddUsingPath" }],
      });
      const content = new Uint8Array(200_000).fill(7);
      const files = site.as("admin").web.getFolderByServerRelativePath("Shared Documents").files;
      const file = new Blob([content]);
      expect(await timed(() => files.addUsingPath("slow.bin", file))).toBeGreaterThan(190);
      const kept = site
        .as("admin")
        .web.getFileByServerRelativePath("/sites/plan/Shared Documents/slow.bin");
      expect(await kept.getBuffer()).toEqual(content.buffer);
    }));
});
