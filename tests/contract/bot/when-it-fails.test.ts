import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { aPlanBot, aSecondBot, messagesOf, press, type PlanBot, write } from "./a-plan-bot.ts";
import { anActivity, sendAsConnector, signOnOf } from "./raw-activity.ts";
import { ofHealth } from "./remembered-plan.ts";

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/;

/** The id that somebody is told, which has to stand in the log beside what failed, and nothing of the failure's words. */
function expectLogged(all: PlanBot, told: string): void {
  const [incident = "none"] = /tell the plan owner ([0-9a-f-]{36})/.exec(told)?.slice(1) ?? [];
  expect(incident).toMatch(uuid);
  expect(all.logged.filter((line) => line.includes(incident))).toHaveLength(1);
  expect(all.logged.join()).not.toContain("a word of the plan");
  expect(told).not.toContain("a word of the plan");
}

const failure = () => Promise.reject(new TypeError("a word of the plan"));

describe("an error that nobody foresaw", () => {
  it("becomes a card that keeps what was typed, with an id that is in the log", async () => {
    const all = await aPlanBot();
    const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
    const ids = { planId: 3, actionId: ofHealth };
    const form = await press(all, "lead-a", { message, verb: "showAction", data: ids });
    const hold = failure();
    hold.catch(() => undefined);
    all.plan.hold = hold;
    const data = { ...ids, saveKey: form.key, rating: "green", note: "All have had it." };
    const { kind, words } = await press(all, "lead-a", { message, verb: "proposeRating", data });
    expect(kind).toBe("card");
    expect(words).toContain("Something went wrong on our side.");
    expect(words).toContain("All have had it.");
    expectLogged(all, words);
    all.plan.hold = Promise.resolve();
    const again = await press(all, "lead-a", { message, verb: "proposeRating", data });
    expect(again.words).toContain('"Saved"');
  });

  it("is told to who wrote to the app, and the app goes on", async () => {
    const all = await aPlanBot();
    const { plans } = all.options.appStores;
    const before = { ...plans };
    Object.assign(plans, { open: failure });
    const asked = await write(all, "lead-a", "@Action plan overdue");
    const answersTo = async (message: string) =>
      (await messagesOf(all, "owner")).filter(({ root }) => root === message);
    await vi.waitFor(async () => expect(await answersTo(asked)).toHaveLength(1), 8_000);
    expectLogged(all, (await answersTo(asked))[0]?.text ?? "");
    Object.assign(plans, before);
    const next = await write(all, "lead-a", "@Action plan overdue");
    await vi.waitFor(async () => expect(await answersTo(next)).toHaveLength(1), 8_000);
    expect(JSON.stringify(await answersTo(next))).toContain("No action is past its date.");
  });
});

const answered = z.object({
  statusCode: z.number(),
  type: z.string(),
  value: z
    .looseObject({
      tokenExchangeResource: z.object({ uri: z.string() }).optional(),
      buttons: z.array(z.object({ type: z.string(), value: z.string() })).optional(),
    })
    .nullable(),
});

async function saves(all: PlanBot, more: object) {
  const data = { planId: 3, actionId: ofHealth, saveKey: randomUUID(), rating: "green" };
  const action = { type: "Action.Execute", verb: "proposeRating", data: { ...data, note: "x" } };
  const value = { action, trigger: "manual", ...more };
  const name = "adaptiveCard/action";
  const { text } = await sendAsConnector(
    all,
    anActivity(all, "lead-a", { type: "invoke", name, value }),
  );
  return answered.parse(JSON.parse(text));
}

describe("somebody who is not signed in", () => {
  it("is asked once, silently where Teams can, with a button where it cannot", async () => {
    const all = await aPlanBot();
    const { statusCode, type, value } = await saves(all, {});
    expect([statusCode, type]).toEqual([401, "application/vnd.microsoft.activity.loginRequest"]);
    expect(value?.tokenExchangeResource?.uri).toMatch(/^api:\/\//);
    expect(value?.buttons).toMatchObject([
      { type: "signin", value: expect.stringMatching(/^http/) },
    ]);
    expect(all.plan.updates).toEqual([]);
    const authentication = await signOnOf(all, "lead-a");
    expect((await saves(all, { authentication })).statusCode).toBe(200);
    expect((await saves(all, {})).statusCode).toBe(200);
  });

  it("stays signed out where SharePoint no longer took the sign-in that was kept", async () => {
    const all = await aPlanBot();
    const authentication = await signOnOf(all, "lead-a");
    expect((await saves(all, { authentication })).statusCode).toBe(200);
    all.plan.refuse = 2;
    expect((await saves(all, {})).statusCode).toBe(401);
    expect((await saves(all, {})).statusCode).toBe(401);
    expect(all.plan.updates).toHaveLength(1);
  });

  it("is not signed in by what Teams hands over for another connection", async () => {
    const all = await aPlanBot();
    const configuration = { ...all.options.configuration, oauthConnection: "another" };
    const other = await aSecondBot({ ...all, options: { ...all.options, configuration } });
    const authentication = await signOnOf(all, "lead-a");
    const { statusCode } = await saves({ ...all, ...other }, { authentication });
    expect(statusCode).toBe(412);
    expect(all.plan.updates).toEqual([]);
  });

  it("gets the sign-in button from Teams where consent is missing, and is asked again after a wrong code", async () => {
    const all = await aPlanBot();
    const authentication = { id: "1", connectionName: "sharepoint", token: "not.a.token" };
    const silent = await saves(all, { authentication });
    expect([silent.statusCode, silent.type]).toEqual([
      412,
      "application/vnd.microsoft.error.preconditionFailed",
    ]);
    const code = await saves(all, { state: "000000" });
    expect([code.statusCode, code.type]).toEqual([
      401,
      "application/vnd.microsoft.error.incorrectAuthCode",
    ]);
    expect(all.plan.updates).toEqual([]);
  });
});
