import express from "express";
import { createServer, type Server } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { readiness, type Dependency } from "#server/readiness.ts";

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

let time = 0;
async function asking(dependencies: readonly Dependency[]) {
  const web = express();
  web.get(
    "/readyz",
    readiness(dependencies, () => new Date(time)),
  );
  const server = createServer(web).listen(0, "127.0.0.1");
  running.push(server);
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("It listens nowhere.");
  const { port } = address;
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
    return { status: answer.status, body: await answer.json() };
  };
}

describe("readiness", () => {
  it("is said where everything can be used, and asked for once in fifteen seconds", async () => {
    let asked = 0;
    const ask = await asking([{ name: "sharepoint", check: async () => (asked += 1) }]);
    expect(await ask()).toEqual({ status: 200, body: { ready: true, missing: [] } });
    await ask();
    expect(asked).toBe(1);
    time += 16_000;
    await ask();
    expect(asked).toBe(2);
  });

  it("names what cannot be used and no more, and looks again at once", async () => {
    let works = false;
    const check = async () => {
      if (!works) throw new Error("secret words");
    };
    const ask = await asking([
      { name: "sharepoint", check },
      { name: "bot token", check: async () => "token" },
    ]);
    expect(await ask()).toEqual({ status: 503, body: { ready: false, missing: ["sharepoint"] } });
    works = true;
    expect((await ask()).status).toBe(200);
  });
});
