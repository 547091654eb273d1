import { createServer, type ServerResponse } from "node:http";
import { UnsecuredJWT } from "jose";
import { expect, it, onTestFinished } from "vitest";
import { teamsSender } from "#bot/send-to-person.ts";
import { remindersCard } from "#cards/reminders-card.ts";

const card = remindersCard(
  { off: false, quietFrom: 18, quietUntil: 8 },
  { link: "https://plan.example", saved: false },
);

/** A connector that makes chats, and does with messages what it is told; it counts them. */
async function aConnector(onMessage: (response: ServerResponse) => void) {
  let messages = 0;
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader("content-type", "application/json");
    if (!request.url?.endsWith("/activities")) {
      response.end('{"id":"a:1"}');
      return;
    }
    messages += 1;
    onMessage(response);
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return { url: `http://127.0.0.1:${port}/`, messages: () => messages };
}

function aSender(serviceUrl: string) {
  const configuration = {
    clientId: "7a4d2c10-0000-4000-8000-0000000000b1",
    tenantId: "7a4d2c10-0000-4000-8000-000000000001",
    openIdMetadataUrl: "http://127.0.0.1:9/openidconfiguration",
    tokenIssuer: "https://api.botframework.com",
    serviceHosts: [new URL(serviceUrl).host],
    serviceUrl,
    tokenServiceUrl: "http://127.0.0.1:9",
    loginEndpoint: "http://127.0.0.1:9",
    oauthConnection: "sharepoint",
  };
  const token = new UnsecuredJWT({ exp: 4_102_444_800 }).encode();
  return teamsSender({ configuration, appToken: async () => token, log: () => undefined });
}

it.each([
  ["loses the connection", (response: ServerResponse) => void response.destroy()],
  ["passes on no answer", (response: ServerResponse) => void response.writeHead(502).end()],
  ["breaks down over it", (response: ServerResponse) => void response.writeHead(500).end()],
])(
  "does not know whether a message arrived where the connector %s, and sends none again",
  async (_what, on) => {
    const connector = await aConnector(on);
    const delivery = await aSender(connector.url).sendToPerson({ teamsId: "29:1" }, card);
    expect(delivery).toMatchObject({ state: "unknown" });
    expect(connector.messages()).toBe(1);
  },
);

it.each([403, 404])("cannot reach somebody for whom the connector answers %s", async (status) => {
  const connector = await aConnector((response) => void response.writeHead(status).end("{}"));
  const delivery = await aSender(connector.url).sendToPerson({ teamsId: "29:1" }, card);
  expect(delivery).toMatchObject({ state: "not-reachable" });
});

it("knows that nothing was sent where nobody listens", async () => {
  const delivery = await aSender("http://127.0.0.1:9/").sendToPerson({ teamsId: "29:1" }, card);
  expect(delivery).toMatchObject({ state: "failed" });
});

it("says where a message stands that arrived", async () => {
  const connector = await aConnector((response) => void response.end('{"id":"5"}'));
  const delivery = await aSender(connector.url).sendToPerson({ teamsId: "29:1" }, card);
  expect(delivery).toEqual({ state: "sent", conversation: "a:1", message: "5" });
});
