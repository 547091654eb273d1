import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import express from "express";
import { expect, it, onTestFinished } from "vitest";
import { z } from "zod";
import {
  clientGateway,
  clientPath,
  clientSignOn,
  signOnPath,
} from "#local/teams/client-gateway.ts";
import { errorAnswers } from "#local/teams/request-refused.ts";
import { botClientId } from "../../local/sign-in/a-sign-in.ts";
import { aPlanBot, person, type PlanBot } from "./a-plan-bot.ts";
import { anActivity, sendAsConnector } from "./raw-activity.ts";
import { ofHealth } from "./remembered-plan.ts";

/** What a client of another maker sends to: it signs nothing. */
async function aGateway({ authority, teams, messages }: PlanBot) {
  const web = express();
  const addressing = { botClientId, appName: "Action plan", serviceUrl: teams.serviceUrl };
  const stopping = new AbortController().signal;
  web.use(clientSignOn({ authority, addressing }));
  web.use(clientGateway({ authority, addressing, endpoint: messages, stopping }));
  web.use(errorAnswers(() => undefined));
  const server = createServer(web);
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  return async (body: object, type = "application/json", path = clientPath) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      headers: { "content-type": type },
      body: JSON.stringify(body),
    });
    return { status: answer.status, text: await answer.text() };
  };
}

function aSave(all: PlanBot, who: string) {
  const data = {
    planId: 3,
    actionId: ofHealth,
    saveKey: randomUUID(),
    rating: "green",
    note: "Said from another client.",
  };
  const action = { type: "Action.Execute", verb: "proposeRating", data };
  const value = { action, trigger: "manual" };
  return anActivity(all, who, { type: "invoke", name: "adaptiveCard/action", value });
}

it("signs what another client sends, and signs its person on where the app asks", async () => {
  const all = await aPlanBot();
  const send = await aGateway(all);
  const { status, text } = await send(aSave(all, "lead-a"));
  expect(status).toBe(200);
  expect(text).toContain("Said from another client.");
  expect(all.plan.updates).toMatchObject([{ rating: "green", author: { name: "Lead officer A" } }]);
});

it("signs its person on for a search and for the menu of a message too", async () => {
  const all = await aPlanBot();
  const send = await aGateway(all);
  const call = (who: string, name: string, value: object) =>
    send(anActivity(all, who, { type: "invoke", name: `composeExtension/${name}`, value }));
  const parameters = [{ name: "words", value: "4.2" }];
  const found = await call("lead-a", "query", { commandId: "find", parameters });
  expect(found.text).toContain("Recommendation 4.2");
  const messagePayload = { id: "1", body: { contentType: "text", content: "Why so late?" } };
  const form = await call("chair", "fetchTask", { commandId: "makeChallenge", messagePayload });
  expect(form.text).toContain("Why so late?");
});

it("gives a client that signs for itself what Teams hands over, for people of this machine", async () => {
  const all = await aPlanBot();
  const send = await aGateway(all);
  const { objectId } = person("lead-a");
  const signOn = await send({ user: `29:${objectId}` }, "application/json", signOnPath);
  const { connectionName, token } = z
    .object({ connectionName: z.string(), token: z.string() })
    .parse(JSON.parse(signOn.text));
  const save = aSave(all, "lead-a");
  const authentication = { id: "1", connectionName, token };
  const answer = await sendAsConnector(all, {
    ...save,
    value: { ...Object(save).value, authentication },
  });
  expect(answer.text).toContain("Said from another client.");
  const nobody = await send({ user: "29:nobody" }, "application/json", signOnPath);
  expect(nobody.status).toBe(404);
  expect((await send({ user: `29:${objectId}` }, "text/plain", signOnPath)).status).toBe(404);
});

it("leaves every check to the app", async () => {
  const all = await aPlanBot();
  const send = await aGateway(all);
  const elsewhere = { ...aSave(all, "lead-a"), serviceUrl: "https://evil.example/" };
  expect((await send(elsewhere)).status).toBe(403);
  expect((await send(aSave(all, "outsider"))).text).toContain("no right");
  expect((await send({ type: "message" })).status).toBe(400);
  expect((await send(aSave(all, "lead-a"), "text/plain")).status).toBe(400);
  expect(all.plan.updates).toEqual([]);
});
