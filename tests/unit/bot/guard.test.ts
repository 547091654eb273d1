import { once } from "node:events";
import express from "express";
import { UnsecuredJWT } from "jose";
import { beforeAll, afterAll, describe, expect, it } from "vitest";
import { guardMessages } from "#bot/guard.ts";

const ours = "7a4d2c10-0000-4000-8000-000000000001";
const theirs = "7a4d2c10-0000-4000-8000-000000000002";
const configuration = {
  clientId: "7a4d2c10-0000-4000-8000-0000000000b1",
  tenantId: ours,
  openIdMetadataUrl: "https://login.botframework.example/openidconfiguration",
  tokenIssuer: "https://api.botframework.example",
  serviceHosts: ["smba.example", "127.0.0.1:3978"],
  serviceUrl: "https://smba.example/uk/",
  tokenServiceUrl: "https://token.example",
  loginEndpoint: "https://login.example",
  oauthConnection: "sharepoint",
};
const token = new UnsecuredJWT({ iss: configuration.tokenIssuer }).encode();

/** What stands before the SDK's own check, alone: 202 is for what it lets through. */
const web = express();
guardMessages(web, "/messages", { configuration, log: () => undefined });
web.post("/messages", (_request, response) => void response.status(202).end());
const server = web.listen(0, "127.0.0.1");
let address = "";
beforeAll(async () => {
  if (!server.listening) await once(server, "listening");
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === "object" ? at?.port : 0}/messages`;
});
afterAll(() => server.close());

interface Told {
  readonly serviceUrl?: string;
  readonly conversation?: object;
  readonly channelData?: object;
}

async function statusOf(told: Told, authorization = `Bearer ${token}`): Promise<number> {
  const activity = {
    channelId: "msteams",
    serviceUrl: configuration.serviceUrl,
    conversation: { id: "19:plan@thread.tacv2", tenantId: ours },
    channelData: { tenant: { id: ours } },
    ...told,
  };
  const answer = await fetch(address, {
    method: "POST",
    headers: { authorization, "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  return answer.status;
}

describe("the service that an activity names", () => {
  it.each([
    ["https://smba.example/uk/", 202],
    ["http://127.0.0.1:3978/", 202],
    ["http://smba.example/uk/", 403],
    ["https://127.0.0.1/", 403],
    ["https://other-smba.example/", 403],
    ["https://smba.example.evil.example/", 403],
    ["https://smba.example:444/", 403],
    ["https://teams@smba.example/", 403],
    ["https://:secret@smba.example/", 403],
    ["smba.example", 403],
  ])("%s is answered with %i", async (serviceUrl, status) => {
    expect(await statusOf({ serviceUrl })).toBe(status);
  });
});

describe("the tenant of an activity", () => {
  it.each([
    ["of both places", ours, ours, 202],
    ["of the conversation alone", ours, undefined, 202],
    ["of the channel alone", undefined, ours, 202],
    ["of the conversation, where the channel is another's", ours, theirs, 403],
    ["of the channel, where the conversation is another's", theirs, ours, 403],
    ["of neither place", undefined, undefined, 403],
  ])("ours %s is answered as it has to be", async (_what, conversation, channel, status) => {
    const told = {
      conversation: { id: "19:plan@thread.tacv2", tenantId: conversation },
      channelData: channel === undefined ? {} : { tenant: { id: channel } },
    };
    expect(await statusOf(told)).toBe(status);
  });
});

it.each([
  ["another scheme", `Basic ${token}`],
  ["two tokens", `Bearer ${token} ${token}`],
  ["a token without a scheme", token],
  ["a scheme without a token", "Bearer "],
])("an activity that proves itself with %s is none of the connector's", async (_what, proof) => {
  expect(await statusOf({}, proof)).toBe(401);
});
