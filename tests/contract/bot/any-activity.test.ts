import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { botClientId } from "../../local/sign-in/a-sign-in.ts";
import { aPlanBot, messagesOf, press } from "./a-plan-bot.ts";
import { anActivity, sendAsConnector, signOnOf } from "./raw-activity.ts";
import { ofHealth } from "./remembered-plan.ts";

const bot = `28:${botClientId}`;

/** Everything that Teams may send to an app, whether or not the app has a use for it. */
const kinds: Readonly<Record<string, object>> = {
  "a reaction": { type: "messageReaction", reactionsAdded: [{ type: "like" }], replyToId: "1" },
  typing: { type: "typing" },
  "an edited message": {
    type: "messageUpdate",
    id: "1790000000001",
    text: "use this channel",
    channelData: { eventType: "editMessage" },
  },
  "a message that came back": {
    type: "messageUpdate",
    channelData: { eventType: "undeleteMessage" },
  },
  "a deleted message of somebody": {
    type: "messageDelete",
    channelData: { eventType: "softDeleteMessage" },
  },
  "somebody joined": { type: "conversationUpdate", membersAdded: [{ id: "29:x" }] },
  "somebody left": { type: "conversationUpdate", membersRemoved: [{ id: "29:x" }] },
  "a renamed channel": {
    type: "conversationUpdate",
    channelData: { eventType: "channelRenamed", channel: { id: "19:plan", name: "New" } },
  },
  "a deleted channel": { type: "conversationUpdate", channelData: { eventType: "channelDeleted" } },
  "an archived team": { type: "conversationUpdate", channelData: { eventType: "teamArchived" } },
  "the app was taken out": { type: "installationUpdate", action: "remove" },
  "the app was brought up to date": { type: "installationUpdate", action: "add-upgrade" },
  "an event of a meeting": {
    type: "event",
    name: "application/vnd.microsoft.meetingStart",
    value: {},
  },
  "a read receipt": { type: "event", name: "application/vnd.microsoft.readReceipt", value: {} },
  "the end of a conversation": { type: "endOfConversation" },
  "something new": { type: "somethingThatTeamsWillInvent", value: { a: 1 } },
  "a new invoke": { type: "invoke", name: "something/new", value: {} },
  "an invoke without a name": { type: "invoke", value: {} },
  "a state verification": {
    type: "invoke",
    name: "signin/verifyState",
    value: { state: "123456" },
  },
  "a failed sign-in": {
    type: "invoke",
    name: "signin/failure",
    value: { code: "x", message: "y" },
  },
  "a token exchange": {
    type: "invoke",
    name: "signin/tokenExchange",
    value: { id: "1", connectionName: "sharepoint", token: "not.a.token" },
  },
  "a chosen result": { type: "invoke", name: "composeExtension/selectItem", value: { a: "b" } },
  "a fetched task": { type: "invoke", name: "task/fetch", value: { data: {} } },
  "a press without an action": { type: "invoke", name: "adaptiveCard/action", value: {} },
  "a press of another verb": {
    type: "invoke",
    name: "adaptiveCard/action",
    value: { action: { type: "Action.Execute", verb: "deleteEverything", data: {} } },
  },
  "a search without parameters": { type: "invoke", name: "composeExtension/query", value: {} },
  "a feedback": { type: "invoke", name: "message/submitAction", value: { actionName: "feedback" } },
};

it.each(Object.entries(kinds))("answers %s without harm", async (_what, more) => {
  const all = await aPlanBot();
  await vi.waitFor(async () => expect(await messagesOf(all, "owner")).toHaveLength(1), 10_000);
  const { status } = await sendAsConnector(all, anActivity(all, "lead-a", more));
  expect([200, 202, 412, 501]).toContain(status);
  await all.bot.settled();
  expect(all.plan.updates).toEqual([]);
  expect(all.plan.said).toEqual([]);
  expect(await messagesOf(all, "owner")).toHaveLength(1);
  expect((await fetch(all.messages)).status).toBe(404);
});

describe("a client that speaks the protocol and nothing more", () => {
  it("presses, signs on, saves once however often it sends, and sees everybody's card change", async () => {
    const all = await aPlanBot();
    const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
    const key = randomUUID();
    const data = { planId: 3, actionId: ofHealth, saveKey: key, rating: "green", note: "Trained." };
    const value = {
      action: { type: "Action.Execute", verb: "proposeRating", data },
      trigger: "manual",
    };
    const invoke = { type: "invoke", name: "adaptiveCard/action", replyToId: message };
    const at = { thread: message };
    const first = await sendAsConnector(all, anActivity(all, "lead-a", { ...invoke, value }, at));
    expect(first.text).toContain("loginRequest");
    const authentication = await signOnOf(all, "lead-a");
    const again = anActivity(all, "lead-a", { ...invoke, value: { ...value, authentication } }, at);
    const answers = await Promise.all([1, 2, 3].map(() => sendAsConnector(all, again)));
    for (const { text } of answers) expect(text).toContain("Trained.");
    expect(all.plan.updates).toMatchObject([
      { key, rating: "green", author: { name: "Lead officer A" } },
    ]);
    await vi.waitFor(async () => {
      const card = (await messagesOf(all, "scrutiny")).find(({ id }) => id === message);
      expect(JSON.stringify(card)).toContain("Trained.");
    }, 10_000);
  });

  it("replies in a thread with a mention, once however often it sends", async () => {
    const all = await aPlanBot();
    const { message } = await all.bot.openThread(3, 9);
    const text = "<at>Action plan</at> 4.2 Health";
    const sent = anActivity(
      all,
      "lead-a",
      {
        type: "message",
        text,
        entities: [
          {
            type: "mention",
            text: "<at>Action plan</at>",
            mentioned: { id: bot },
          },
        ],
        replyToId: message,
      },
      { thread: message },
    );
    for (const each of [sent, sent]) expect((await sendAsConnector(all, each)).status).toBe(200);
    await all.bot.settled();
    const answers = (await messagesOf(all, "owner")).filter(({ root }) => root === message);
    expect(
      answers.filter(({ text: words }) => words.startsWith("Recommendation 4.2")),
    ).toHaveLength(1);
  });
});

describe("a card whose message somebody deleted", () => {
  it("is not kept true any more, and the thread is made anew for the next who discusses", async () => {
    const all = await aPlanBot();
    const { message } = await all.bot.openThread(3, 9);
    const gone = {
      type: "messageDelete",
      id: message,
      channelData: { eventType: "softDeleteMessage" },
    };
    const { status } = await sendAsConnector(
      all,
      anActivity(all, "lead-a", gone, { thread: message }),
    );
    expect(status).toBe(200);
    await vi.waitFor(() => expect(all.plan.posts).toEqual([]), 10_000);
    await vi.waitFor(() => expect(all.plan.threads.get(9)?.written).toBeUndefined(), 10_000);
    const { message: next } = await all.bot.openThread(3, 9);
    expect(next).not.toBe(message);
  });
});

describe("a plan whose channel is gone", () => {
  it("moves where its owner says, and nobody else", async () => {
    const all = await aPlanBot();
    await vi.waitFor(async () => expect(await messagesOf(all, "owner")).toHaveLength(1), 10_000);
    all.plan.channel = "19:gone@thread.tacv2";
    const words = {
      type: "message",
      text: "<at>Action plan</at> use this channel",
      entities: [{ type: "mention", text: "<at>Action plan</at>", mentioned: { id: bot } }],
    };
    await sendAsConnector(all, anActivity(all, "lead-a", words));
    await all.bot.settled();
    expect(all.plan.channel).toBe("19:gone@thread.tacv2");
    await sendAsConnector(all, anActivity(all, "owner", words));
    await vi.waitFor(() => expect(all.plan.channel).toBe("19:plan@thread.tacv2"), 10_000);
  });
});

describe("somebody's reminders", () => {
  it("are switched off, put to other hours and shown in their own chat", async () => {
    const all = await aPlanBot();
    const ask = async (text: string) => {
      await sendAsConnector(
        all,
        anActivity(all, "lead-a", { type: "message", text }, { personal: true }),
      );
      await all.bot.settled();
      return (await messagesOf(all, "lead-a", "personal")).at(-1);
    };
    const signIn = await ask("reminders off");
    await press(all, "lead-a", {
      message: signIn?.id ?? "",
      verb: "ask",
      data: { text: "reminders off" },
    });
    await all.bot.settled();
    const [loginName = ""] = all.plan.wishes.keys();
    expect(loginName).toContain("lead-a@");
    expect(all.plan.wishes.get(loginName)).toEqual({ off: true, quietFrom: 18, quietUntil: 8 });
    expect(JSON.stringify(await ask("quiet 17:00-09:00"))).toContain("Reminders are off");
    const shown = await ask("reminders on");
    expect(JSON.stringify(shown)).toContain("not between 17:00 and 9:00");

    const list = await ask("mine");
    expect(JSON.stringify(list)).toContain("showReminders");
    const form = await press(all, "lead-a", {
      message: list?.id ?? "",
      verb: "showReminders",
      data: {},
    });
    expect(form.words).toContain("Reminders are on");
    const saved = await press(all, "lead-a", {
      message: list?.id ?? "",
      verb: "setReminders",
      data: { wanted: "off", quietFrom: "0", quietUntil: "0" },
    });
    expect(saved.words).toContain("Saved.");
    expect(all.plan.wishes.get(loginName)).toEqual({ off: true, quietFrom: 0, quietUntil: 0 });
  });

  it("are not told in the channel, and not kept for who gets none", async () => {
    const all = await aPlanBot();
    const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
    const refused = await press(all, "outsider", {
      message,
      verb: "setReminders",
      data: { wanted: "off", quietFrom: "1", quietUntil: "2" },
    });
    expect(refused.words).toContain("no right");
    const wrong = await press(all, "lead-a", {
      message,
      verb: "setReminders",
      data: { wanted: "off", quietFrom: "99", quietUntil: "2" },
    });
    expect(wrong.words).toContain("two whole hours");
    expect(all.plan.wishes.size).toBe(0);
  });
});
