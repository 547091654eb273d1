import { once } from "node:events";
import { createServer, type Server } from "node:http";
import express from "express";
import { afterEach, expect, it } from "vitest";
import { startTelemetry } from "#server/telemetry.ts";

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function listening(server: Server): Promise<string> {
  running.push(server.listen(0, "127.0.0.1"));
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("It listens nowhere.");
  return `http://127.0.0.1:${address.port}`;
}

it("sends spans and durations to the collector, and no word of a query, a header or a body", async () => {
  const received = new Map<string, string>();
  const collector = await listening(
    createServer((request, response) => {
      let body = "";
      request.setEncoding("utf8").on("data", (part: string) => (body += part));
      request.on("end", () => {
        received.set(request.url ?? "", (received.get(request.url ?? "") ?? "") + body);
        response.setHeader("content-type", "application/json").end("{}");
      });
    }),
  );
  const other = await listening(createServer((_request, response) => response.end("fine")));
  const telemetry = startTelemetry(collector);
  const web = express();
  web.use(telemetry.onRequest);
  web.post("/api/plans/3/actions/41/card", async (_request, response) => {
    await fetch(`${other}/_api/web/lists?$filter=Hidden-words`);
    response.status(204).end();
  });
  const server = await listening(createServer(web));
  await fetch(`${server}/api/plans/3/actions/41/card?q=Hidden-words`, {
    method: "POST",
    headers: { authorization: "Bearer Hidden-words" },
    body: "Hidden-words",
  });
  await telemetry.stop();

  const traces = received.get("/v1/traces") ?? "";
  expect(traces).toContain("POST /api/plans/{id}/actions/{id}/card");
  expect(traces).toContain("/_api/web/lists");
  expect(traces.match(/"parentSpanId":"[0-9a-f]{16}"/)).not.toBeNull();
  expect(received.get("/v1/metrics")).toContain("http.server.request.duration");
  expect([...received.values()].join("")).not.toContain("Hidden-words");
});
