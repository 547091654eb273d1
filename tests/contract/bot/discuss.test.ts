import { expect, it, vi } from "vitest";
import { UnavailableError } from "#plan/errors.ts";
import { messageActivity } from "#local/teams/activities.ts";
import { connectorToken } from "#local/sign-in/tokens.ts";
import { botClientId } from "../../local/sign-in/a-sign-in.ts";
import {
  aPlanBot,
  aSecondBot,
  messagesOf,
  person,
  planChannel,
  press,
  write,
  type PlanBot,
} from "./a-plan-bot.ts";
import { ofHealth } from "./remembered-plan.ts";

const waiting = 10_000;

function anUpdate(id: number, more: object = {}) {
  return {
    type: "update" as const,
    id,
    key: `key-${id}`,
    actionId: ofHealth,
    folder: "Health",
    kind: "progress" as const,
    rating: "amber",
    note: "Said in the tab.",
    evidence: [],
    evidenceCount: 0,
    impactCount: 0,
    created: new Date().toISOString(),
    author: { id: 5, name: "Lead officer A" },
    ...more,
  };
}

const aQuestion = {
  type: "challenge" as const,
  id: 1001,
  key: "question",
  created: new Date().toISOString(),
  author: { id: 2, name: "Chair" },
  recommendationId: 9,
  actionId: ofHealth,
  agency: "Health",
  question: "What shows it?",
  source: "person" as const,
  due: "2030-01-31" as const,
};

const busy = () => Promise.reject(new UnavailableError("SharePoint is too busy."));

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();

async function rootOf(all: PlanBot, message: string) {
  const root = (await messagesOf(all, "owner")).find(({ id }) => id === message);
  return JSON.stringify(root)
    .replaceAll(/[\u200B\u2066-\u2069]/g, "")
    .replaceAll("\u00A0", " ");
}

const sentMessage = {
  from: { id: "", name: "", isApp: false },
  sent: "",
  version: 1,
  cards: [],
  deleted: false,
  edited: false,
};

async function repliesIn(all: PlanBot, root: string) {
  return (await messagesOf(all, "owner")).filter((each) => each.root === root);
}

it("makes one thread, however many want to discuss at once", async () => {
  const all = await aPlanBot();
  const threads = await Promise.all(Array.from({ length: 6 }, () => all.bot.openThread(3, 9)));
  expect(new Set(threads.map(({ message }) => message)).size).toBe(1);
  const roots = (await messagesOf(all, "owner")).filter((each) =>
    JSON.stringify(each).includes("Recommendation 4.2"),
  );
  expect(roots.map(({ id }) => id)).toEqual([threads[0]?.message]);
  expect(threads[0]?.deepLink).toContain(`/l/message/19%3Aplan%40thread.tacv2/${roots[0]?.id}`);
  expect((await all.bot.openThread(3, 9)).message).toBe(roots[0]?.id);
});

it("leads from a card to the thread, and makes none for somebody who may not see the plan", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
  const data = { planId: 3, recommendationId: 9 };
  const refused = await press(all, "outsider", { message, verb: "discuss", data });
  expect(refused.words).toContain("You have no right to see this plan.");
  expect(all.plan.threads.size).toBe(0);
  const seen = await press(all, "lead-b", { message, verb: "discuss", data });
  expect(seen.card.actions.map(({ url }) => url)).toContain(
    (await all.bot.openThread(3, 9)).deepLink,
  );
});

it("changes the thread's first card, and says so in one line, whoever changed the plan and wherever", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  all.plan.updates.push(anUpdate(1));
  all.bot.lookAtChanges();
  all.bot.lookAtChanges();
  await vi.waitFor(
    async () => expect(await rootOf(all, message)).toContain("Updated today"),
    waiting,
  );
  await vi.waitFor(async () => expect(await repliesIn(all, message)).toHaveLength(1), waiting);
  const [line] = await repliesIn(all, message);
  expect(line?.text.replaceAll("\u00A0", " ")).toMatch(
    /^Health proposes ◐ Amber: Action number 27/,
  );
  expect(line?.text).not.toContain("Said in the tab.");
  all.bot.lookAtChanges();
  await all.bot.settled();
  expect(await repliesIn(all, message)).toHaveLength(1);
});

it("puts a question into the thread as a card that the agency answers, once", async () => {
  const all = await aPlanBot();
  all.plan.said.push(aQuestion);
  all.bot.lookAtChanges();
  await vi.waitFor(() => expect(all.plan.posts).toHaveLength(2), waiting);
  const { message } = await all.bot.openThread(3, 9);
  const [card] = await repliesIn(all, message);
  expect(JSON.stringify(card)).toContain("What shows it?");
  expect(await rootOf(all, message)).toContain("1 open challenge");

  const ids = { planId: 3, recommendationId: 9, challengeId: 1001 };
  const show = { message: card?.id ?? "", verb: "showChallenge", data: ids };
  expect((await press(all, "lead-b", show)).words).not.toContain("Send answer");
  const form = await press(all, "lead-a", { ...show, trigger: "automatic" });
  expect(form.words).toContain("Your answer");
  const answer = (typed: object) =>
    press(all, "lead-a", {
      message: card?.id ?? "",
      verb: "answerChallenge",
      data: { ...ids, key: form.key, answer: "An audit of 40 records.", ...typed },
    });
  const refused = await answer({ answer: "Of 943 476 5919." });
  expect(refused.words).toContain("Not sent");
  expect(refused.words).not.toContain("943 476 5919");
  const doubtful = await answer({ answer: "The boy (DOB 3/4/2009) was seen." });
  expect(doubtful.words).toContain("There seems to be a date of birth");
  expect(doubtful.words).toContain("Send anyway");
  expect(all.plan.updates).toEqual([]);
  const sent = await Promise.all([answer({}), answer({})]);
  expect(sent.map(({ words }) => words.includes("✓ Answered today"))).toEqual([true, true]);
  expect(all.plan.updates).toMatchObject([
    { kind: "response", challengeId: 1001, folder: "Health" },
  ]);
  await vi.waitFor(async () => {
    expect(await rootOf(all, message)).toContain("No challenge is open.");
    expect(await rootOf(all, card?.id ?? "")).toContain("An audit of 40 records.");
  }, waiting);
});

it("takes an answer to a question whose day is over, and one to a question that was resolved meanwhile", async () => {
  const all = await aPlanBot();
  all.plan.said.push({ ...aQuestion, due: "2020-01-31" });
  all.bot.lookAtChanges();
  await vi.waitFor(() => expect(all.plan.posts).toHaveLength(2), waiting);
  const { message } = await all.bot.openThread(3, 9);
  const [card] = await repliesIn(all, message);
  const data = { planId: 3, recommendationId: 9, challengeId: 1001 };
  const to = { message: card?.id ?? "" };
  const [late, later] = await Promise.all(
    [1, 2].map(() => press(all, "lead-a", { ...to, verb: "showChallenge", data })),
  );
  const answer = (key: string, words: string) =>
    press(all, "lead-a", { ...to, verb: "answerChallenge", data: { ...data, key, answer: words } });
  expect((await answer(late?.key ?? "", "Forty records.")).words).toContain("✓ Answered today");
  all.plan.said.push({
    type: "decision",
    id: 1002,
    key: "resolution",
    created: new Date().toISOString(),
    recommendationId: 9,
    actionId: ofHealth,
    kind: "challenge-resolved",
    challengeId: 1001,
    reason: "It is shown.",
  });
  // Somebody who had the card open: what they say is in the record all the same.
  expect((await answer(later?.key ?? "", "Sixty by now.")).words).toContain("Sixty by now.");
  expect(all.plan.updates.map(({ note }) => note)).toEqual(["Forty records.", "Sixty by now."]);
});

it("puts thirty new questions into threads at once, and does not bury the channel under more", async () => {
  const all = await aPlanBot();
  const toPost: string[] = [];
  // Each is claimed before it is posted; another process has posted them all.
  Object.assign(all.options.appStores.posts, {
    first: async (what: string) => {
      toPost.push(what);
      return false;
    },
  });
  const many = Array.from({ length: 31 }, (_, index) => ({
    ...aQuestion,
    id: 1001 + index,
    key: `question ${index}`,
  }));
  all.plan.said.push(...many);
  all.bot.lookAtChanges();
  await all.bot.settled();
  const questions = toPost.filter((what) => what.startsWith("challenge-"));
  expect(questions).toHaveLength(30);
  expect(questions).not.toContain("challenge-1031");
});

it("tells in a thread what happened while SharePoint was too busy to say it, once it is not", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  await all.bot.settled();
  const { recommendations } = all.options.appStores;
  const before = { ...recommendations };
  Object.assign(recommendations, { open: busy });
  all.plan.updates.push(anUpdate(1));
  all.bot.lookAtChanges();
  await all.bot.settled();
  expect(await repliesIn(all, message)).toEqual([]);
  Object.assign(recommendations, before);
  all.bot.lookAtChanges();
  await vi.waitFor(async () => expect(await repliesIn(all, message)).toHaveLength(1), waiting);
  await all.bot.settled();
  expect(all.plan.position).toBe("1");
});

it("tells nobody in a thread what is no news any more", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  all.plan.updates.push(anUpdate(1, { created: ago(25 * 3600) }));
  all.plan.said.push({ ...aQuestion, created: ago(15 * 24 * 3600) });
  all.bot.lookAtChanges();
  await all.bot.settled();
  expect(all.plan.position).toBe("2");
  expect(await repliesIn(all, message)).toEqual([]);
});

it("catches up with what happened while no process ran", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.openThread(3, 9);
  await all.bot.settled();
  all.plan.updates.push(anUpdate(1));
  const other = await aSecondBot(all);
  other.bot.watch();
  await vi.waitFor(async () => {
    expect(await rootOf(all, message)).toContain("Updated today");
    expect(await repliesIn(all, message)).toHaveLength(1);
  }, waiting);
});

it("makes a new thread where the first message was deleted", async () => {
  const all = await aPlanBot();
  const first = await all.bot.openThread(3, 9);
  all.plan.posts = [];
  all.plan.threads.set(9, { written: "19:plan@thread.tacv2;messageid=1", version: 5 });
  const second = await all.bot.openThread(3, 9);
  expect(second.message).not.toBe(first.message);
  expect(all.plan.threads.get(9)?.written).toBe(second.conversation);
});

it("says so where Teams lets the app write no more, and leaves nothing half made", async () => {
  const all = await aPlanBot();
  all.plan.channel = "19:archived@thread.tacv2";
  await expect(all.bot.openThread(3, 9)).rejects.toThrow("Teams does not let the app write there");
  expect(all.plan.threads.get(9)?.written).toBeUndefined();
});

it("takes over a thread that somebody left half made, and not one that is being made", async () => {
  const all = await aPlanBot();
  all.plan.threads.set(9, { written: `making ${ago(60)} x`, version: 1 });
  expect((await all.bot.openThread(3, 9)).message).toMatch(/^\d+$/);
  all.plan.threads.set(10, { written: `making ${ago(29)} x`, version: 1 });
  const started = performance.now();
  await all.bot.openThread(3, 10);
  expect(performance.now() - started).toBeGreaterThan(500);
});

it("leaves the thread alone that somebody else made while its own took too long", async () => {
  const all = await aPlanBot();
  const { threads } = all.options.appStores;
  const written = `${planChannel};messageid=77`;
  const before = { ...threads };
  Object.assign(threads, {
    async write(...[id, place, by]: Parameters<typeof threads.write>) {
      await before.write(id, place, by);
      Object.assign(threads, before);
      all.plan.threads.set(9, { written, version: 9 });
    },
  });
  await all.bot.openThread(3, 9);
  expect(all.plan.threads.get(9)?.written).toBe(written);
});

it.each([
  ["overdue", "No action is past its date."],
  ["challenge Health", "Could be asked"],
  ["challenge Nobody", "This plan has no agency “Nobody”."],
  ["discuss 4.2", "https://teams.microsoft.com/l/message/"],
  ["mine", "write “mine” there"],
])("answers “%s” in the channel", async (text, words) => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", `@Action plan ${text}`);
  await vi.waitFor(async () => {
    expect(JSON.stringify(await repliesIn(all, asked))).toContain(words);
  }, waiting);
});

it("gives somebody their own list in their chat, and opens a line in its place", async () => {
  const all = await aPlanBot();
  all.plan.said.push(aQuestion);
  await write(all, "lead-a", "mine", { in: "personal" });
  const wrote = async () =>
    (await messagesOf(all, "lead-a", "personal")).filter(({ from }) => from.isApp);
  await vi.waitFor(async () => expect(await wrote()).toHaveLength(1), waiting);
  const [asks] = await wrote();
  await press(all, "lead-a", { message: asks?.id ?? "", verb: "ask", data: { text: "mine" } });
  await vi.waitFor(async () => expect(await wrote()).toHaveLength(2), waiting);
  const list = (await wrote())[1];
  expect(JSON.stringify(list)).toContain("What shows it?");
  const line = { planId: 3, actionId: ofHealth, backTo: "mine" };
  const opened = await press(all, "lead-a", {
    message: list?.id ?? "",
    verb: "showAction",
    data: line,
  });
  expect(opened.words).toContain("Rating you propose");
  expect(opened.words).toContain('"Back"');
  const back = await press(all, "lead-a", { message: list?.id ?? "", verb: "showMine", data: {} });
  expect(back.words).toContain("Your actions this week");
});

it("lets the group put a drafted question, and nobody else", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
  const data = { planId: 3, recommendationId: 9, actionId: ofHealth, agency: "Health" };
  const draft = { message, verb: "draftChallenge", data: { ...data, check: "no-owner" } };
  expect((await press(all, "lead-a", draft)).words).toContain("Only the peer-challenge group");
  const form = await press(all, "chair", draft);
  expect(form.words).toContain("Send the question");
  const put = (who: string, question: string) =>
    press(all, who, {
      message,
      verb: "putChallenge",
      data: { ...data, source: "check:no-owner", key: form.key, question, due: "2030-01-31" },
    });
  expect((await put("chair", " ")).words).toContain("Write the question.");
  expect((await put("lead-a", "Who?")).words).toContain("Not sent");
  expect(all.plan.said).toEqual([]);
  expect((await put("chair", "Who leads it?")).words).toContain("Who leads it?");
  expect(all.plan.said).toMatchObject([
    { agency: "Health", source: "check:no-owner", due: "2030-01-31" },
  ]);
});

it("shows today's state first where it changed since the form was opened", async () => {
  const all = await aPlanBot();
  const { message } = await all.bot.postActionCard(3, ofHealth, "owner@marlshire.example");
  const ids = { planId: 3, actionId: ofHealth };
  const form = await press(all, "lead-a", { message, verb: "showAction", data: ids });
  all.plan.updates.push(anUpdate(1));
  const typed = { rating: "green", note: "All have had it.", key: form.key };
  const save = (seen: number) =>
    press(all, "lead-a", { message, verb: "proposeRating", data: { ...ids, ...typed, seen } });
  const first = await save(0);
  expect(first.words).toContain("It changed since you opened this card");
  expect(first.words).toContain("All have had it.");
  expect(all.plan.updates).toHaveLength(1);
  expect((await save(1)).words).toContain('"Saved"');
  expect((await save(0)).words).toContain('"Saved"');
  expect(all.plan.updates).toHaveLength(2);
});

it("answers once what Teams sends twice, to whichever process", async () => {
  const all = await aPlanBot();
  const other = await aSecondBot(all);
  const { token } = await connectorToken(all.authority, {
    botClientId,
    serviceUrl: all.teams.serviceUrl,
  });
  const root = await write(all, "lead-a", "A thread");
  const activity = messageActivity(
    { botClientId, appName: "Action plan", serviceUrl: all.teams.serviceUrl },
    person("lead-a"),
    { ...sentMessage, id: root, conversation: planChannel, text: "@Action plan overdue" },
  );
  const send = (messages: string) =>
    fetch(messages, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(activity),
    });
  const answers = await Promise.all([send(all.messages), send(other.messages), send(all.messages)]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  await vi.waitFor(async () => expect(await repliesIn(all, root)).toHaveLength(1), waiting);
  await Promise.all([all.bot.settled(), other.bot.settled()]);
  expect(await repliesIn(all, root)).toHaveLength(1);
});

it("does once what two processes see at the same time", async () => {
  const all = await aPlanBot();
  const other = await aSecondBot(all);
  const bots = [all.bot, other.bot, all.bot, other.bot];
  const threads = await Promise.all(bots.map((bot) => bot.openThread(3, 9)));
  expect(new Set(threads.map(({ message }) => message)).size).toBe(1);
  const root = threads[0]?.message ?? "";
  all.plan.updates.push(anUpdate(1));
  all.plan.said.push(aQuestion);
  for (const bot of bots) bot.lookAtChanges();
  await vi.waitFor(async () => expect(await repliesIn(all, root)).toHaveLength(2), waiting);
  await Promise.all([all.bot.settled(), other.bot.settled()]);
  expect(await repliesIn(all, root)).toHaveLength(2);
  const seen = await rootOf(all, root);
  expect(seen).toContain("1 open challenge");
  expect(seen).toContain("Updated today");
});

it("posts a meeting's minutes once, when it has ended", async () => {
  const all = await aPlanBot();
  await expect(all.bot.postMinutes(3, 4)).rejects.toThrow("The meeting has not ended yet.");
  all.plan.meeting = { ...all.plan.meeting, ended: new Date().toISOString() };
  all.plan.said.push(aQuestion);
  await all.bot.postMinutes(3, 4);
  await all.bot.postMinutes(3, 4);
  const posted = (await messagesOf(all, "owner")).filter((each) =>
    JSON.stringify(each).includes("Peer-challenge meeting"),
  );
  expect(posted).toHaveLength(1);
  expect(JSON.stringify(posted)).toContain("What shows it?");
});
