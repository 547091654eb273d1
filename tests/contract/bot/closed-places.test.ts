import { expect, it, vi } from "vitest";
import { ClosedConversations } from "#bot/closed-conversations.ts";
import { PostedCards } from "#bot/posted-cards.ts";
import { SendQueue } from "#bot/send-queue.ts";
import { aPlanBot, messagesOf, planChannel, press, type PlanBot } from "./a-plan-bot.ts";
import { anActivity, sendAsConnector } from "./raw-activity.ts";
import { ofHealth, RememberedPlan } from "./remembered-plan.ts";

const link = () => "https://teams.microsoft.com/l/entity/x";

const waiting = { timeout: 8_000 };

async function rate(all: PlanBot, message: string, note: string) {
  const action = { planId: 3, actionId: ofHealth };
  const form = await press(all, "lead-a", { message, verb: "showAction", data: action });
  const data = { ...action, saveKey: form.key, rating: "green", note };
  const saved = await press(all, "lead-a", { message, verb: "proposeRating", data });
  expect(saved.words).toContain("Saved");
  await all.bot.settled();
}

const cardOf = async (all: PlanBot, message: string) =>
  JSON.stringify((await messagesOf(all, "owner")).find(({ id }) => id === message));

async function tell(all: PlanBot, more: object, at: { readonly thread?: string } = {}) {
  const { status } = await sendAsConnector(all, anActivity(all, "owner", more, at));
  expect(status).toBe(200);
  await all.bot.settled();
}

it.each([
  ["taken out of the team", "installationUpdate", { action: "remove" }, { action: "add" }],
  ["in a team that is archived", "conversationUpdate", "teamArchived", "teamUnarchived"],
  ["in a channel that is deleted", "conversationUpdate", "channelDeleted", "channelRestored"],
])("%s, the app sends nothing there, and catches up once it may", async (_what, type, off, on) => {
  const all = await aPlanBot();
  const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
  const said = (event: string | object) =>
    typeof event === "object"
      ? { type, ...event }
      : {
          type,
          channelData: { tenant: { id: all.options.configuration.tenantId }, eventType: event },
        };
  await tell(all, said(off));
  await rate(all, message, "While nothing could be sent.");
  expect(await cardOf(all, message)).not.toContain("While nothing could be sent.");
  await tell(all, said(on));
  await vi.waitFor(
    async () => expect(await cardOf(all, message)).toContain("While nothing could be sent."),
    waiting,
  );
});

/** Somebody deletes that message of the thread, or takes that back. */
async function become(all: PlanBot, what: "deleted" | "back", message: string, thread: string) {
  const [type, eventType] =
    what === "deleted"
      ? ["messageDelete", "softDeleteMessage"]
      : ["messageUpdate", "undeleteMessage"];
  const channelData = { tenant: { id: all.options.configuration.tenantId }, eventType };
  await tell(all, { type, id: message, channelData }, { thread });
}

it("follows a card again whose deletion was taken back, with its thread", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  await become(all, "deleted", message, message);
  expect(all.plan.posts).toEqual([]);
  expect(all.plan.threads.get(9)?.written).toBeUndefined();
  await become(all, "back", message, message);
  expect(all.plan.posts).toMatchObject([{ message, recommendationId: 9 }]);
  expect((await all.bot.openThread(3, 9)).message).toBe(message);
});

it("keeps to the thread that was made in place of one that was deleted, though that comes back", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  await become(all, "deleted", message, message);
  const { message: next } = await all.bot.openThread(3, 9);
  expect(next).not.toBe(message);
  await become(all, "back", message, message);
  expect((await all.bot.openThread(3, 9)).message).toBe(next);
});

it("keeps a thread whose question's card was deleted, and does not take that card for its root", async () => {
  const all = await aPlanBot();
  const question = {
    type: "challenge" as const,
    id: 1001,
    key: "question",
    created: new Date().toISOString(),
    recommendationId: 9,
    actionId: ofHealth,
    agency: "Health",
    question: "What shows it?",
    source: "person" as const,
  };
  all.plan.said.push(question);
  all.bot.lookAtChanges();
  await vi.waitFor(() => expect(all.plan.posts).toHaveLength(2), waiting);
  const root = all.plan.posts.find(({ challengeId }) => challengeId === undefined)?.message ?? "";
  const card = all.plan.posts.find(({ challengeId }) => challengeId === 1001)?.message ?? "";
  await become(all, "deleted", card, root);
  expect((await all.bot.openThread(3, 9)).message).toBe(root);
  await become(all, "deleted", root, root);
  await become(all, "back", card, root);
  expect(all.plan.threads.get(9)?.written).toBeUndefined();
});

it("asks Teams no more for a while where it refuses, then once, and then brings all up to date", async () => {
  const plan = new RememberedPlan();
  const place = { planId: 3, conversation: planChannel };
  plan.posts = [
    { ...place, actionId: ofHealth, message: "1" },
    { ...place, recommendationId: 9, message: "2" },
  ];
  let time = Date.parse("2026-11-22T09:00:00Z");
  const now = () => new Date(time);
  let refuses = true;
  const tried: (string | undefined)[] = [];
  const send = async (_conversation: string, { id = "" }: { id?: string }) => {
    tried.push(id);
    if (refuses) throw Object.assign(new Error("BotNotInConversationRoster"), { status: 403 });
    return { id };
  };
  const cards = new PostedCards({
    queue: new SendQueue(send),
    people: { of: async () => [] },
    closed: new ClosedConversations(now),
    appStores: plan.appStores(),
    links: { action: link, recommendation: link },
    now,
    log: () => undefined,
  });
  for (let change = 0; change < 5; change += 1)
    await cards.refresh([{ planId: 3, actionId: ofHealth }]);
  expect(tried).toEqual(["1"]);
  expect(plan.posts).toHaveLength(2);
  refuses = false;
  time += 16 * 60_000;
  await cards.refresh([{ planId: 3, actionId: ofHealth }]);
  expect(tried).toEqual(["1", "1", "2"]);
});
