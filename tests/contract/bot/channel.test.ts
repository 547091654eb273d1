import { expect, it, vi } from "vitest";
import { asPage } from "../../local/teams/a-bot.ts";
import { aPlanBot, messagesOf, person, planChannel, press, type PlanBot } from "./a-plan-bot.ts";
import { ofHealth } from "./remembered-plan.ts";

async function write(
  all: PlanBot,
  who: string,
  text: string,
  where: "channel" | "personal" = "channel",
) {
  const { body } = await asPage(all.teams, who, "messages", { in: where, text });
  return String(Object(body).id);
}

/** What the app answered in the thread that a message started. */
async function answersTo(all: PlanBot, root: string) {
  return (await messagesOf(all, "owner")).filter((each) => each.root === root && each.from.isApp);
}

async function appWrote(all: PlanBot, who: string) {
  return (await messagesOf(all, who, "personal")).filter(({ from }) => from.isApp);
}

it("says hello once when it is added, and the owner's plan lives in that channel", async () => {
  const all = await aPlanBot({ adopted: false });
  await vi.waitFor(() => expect(all.plan.channel).toBe(planChannel), 10_000);
  await vi.waitFor(async () => expect(await messagesOf(all, "owner")).toHaveLength(1), 10_000);
  const [hello] = await messagesOf(all, "owner");
  expect(hello?.text).toContain("The plan lives in this channel from now on.");
});

it("lets nobody but the owner choose the plan's channel", async () => {
  const all = await aPlanBot({ adopted: false });
  await vi.waitFor(() => expect(all.plan.channel).toBe(planChannel), 10_000);
  all.plan.channel = undefined;
  const asked = await write(all, "lead-a", "@Action plan use this channel");
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(1), 10_000);
  expect(all.plan.channel).toBeUndefined();
  await write(all, "owner", "@Action plan use this channel");
  await vi.waitFor(() => expect(all.plan.channel).toBe(planChannel), 10_000);
});

it("posts the cards of a recommendation into the thread that asks for it", async () => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", "@Action plan 4.2");
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(3), 10_000);
  const [words, ...cards] = await answersTo(all, asked);
  expect(words?.text).toBe("Recommendation 4.2: 2 actions.");
  expect(JSON.stringify(cards[0])).toContain("Action number 27");
  expect(JSON.stringify(cards[1])).toContain("Action number 28");
});

it("posts eight at most, and says how to narrow", async () => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", "@Action plan 4.3");
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(9), 10_000);
  const [words] = await answersTo(all, asked);
  expect(words?.text).toContain("3 more actions are not shown.");
  expect(words?.text).toContain("“4.3 Council”");
});

it.each([
  ["4.3 council", 3, "Recommendation 4.3: 2 actions."],
  ["show me 4.3 for Marlshire Council.", 3, "Recommendation 4.3: 2 actions."],
  ["is 4,2 green yet?", 3, "Recommendation 4.2: 2 actions. Those of every agency: Health"],
  ["9.9", 1, "This plan has no recommendation 9.9. Its recommendations go from"],
  ["help", 1, "Write the number of a recommendation"],
  ["what is the weather?", 1, "Sorry, that was not understood. You can write:"],
  ["Thank you!", 1, "You’re welcome."],
  ["show me what is overdue for the <b>Moon</b>", 1, "This plan has no agency “Moon”."],
])("answers “%s”", async (text, count, words) => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", `@Action plan ${text}`);
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(count), 10_000);
  expect((await answersTo(all, asked))[0]?.text).toContain(words);
});

it("shows one agency's overdue actions, and says whose they are", async () => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", "@Action plan what’s overdue for marlshire council?");
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(1), 10_000);
  const card = JSON.stringify(await answersTo(all, asked));
  expect(card).toContain("Marlshire Council · ");
  expect(card).toContain('"agency":"Council"');
});

it("says where the plan lives to a channel that is not its own", async () => {
  const all = await aPlanBot();
  all.plan.channel = "19:elsewhere@thread.tacv2";
  const asked = await write(all, "lead-a", "@Action plan 4.2");
  await vi.waitFor(async () => expect(await answersTo(all, asked)).toHaveLength(1), 10_000);
  expect(JSON.stringify(await answersTo(all, asked))).not.toContain("Action number");
});

it("shows a chat the plan only after its person signed in, and by their rights", async () => {
  const all = await aPlanBot();
  for (const who of ["lead-a", "outsider"]) {
    await write(all, who, "4.2", "personal");
    await vi.waitFor(async () => expect(await appWrote(all, who)).toHaveLength(1), 10_000);
    const [asks] = await appWrote(all, who);
    expect(JSON.stringify(asks)).toContain("Sign in to see what you asked for");
    expect(JSON.stringify(asks)).not.toContain("Action number");
    await press(all, who, { message: asks?.id ?? "", verb: "ask", data: { text: "4.2" } });
  }
  await vi.waitFor(async () => expect(await appWrote(all, "lead-a")).toHaveLength(4), 10_000);
  await all.bot.settled();
  expect(await appWrote(all, "outsider")).toHaveLength(1);
});

it("keeps every posted copy of a card true", async () => {
  const all = await aPlanBot();
  const asked = await write(all, "lead-a", "@Action plan 4.2");
  await vi.waitFor(() => expect(all.plan.posts).toHaveLength(2), 10_000);
  await all.bot.postActionCard(3, ofHealth, person("owner").upn);
  all.plan.updates.push({
    type: "update",
    id: 1,
    key: "1",
    actionId: ofHealth,
    folder: "Health",
    kind: "progress",
    rating: "amber",
    note: "Said in the tab.",
    evidence: [],
    evidenceCount: 0,
    impactCount: 0,
    created: new Date().toISOString(),
  });
  await all.bot.refreshActionCards(3, ofHealth);
  const copies = (await messagesOf(all, "scrutiny")).filter((each) =>
    JSON.stringify(each).includes("Said in the tab."),
  );
  expect(copies.map(({ root }) => root)).toEqual([asked, undefined]);
});

it("posts a card for nobody who is not of the plan, and nowhere while there is no channel", async () => {
  const all = await aPlanBot();
  const by = person("outsider").upn;
  await expect(all.bot.postActionCard(3, ofHealth, by)).rejects.toThrow("Only people of the plan");
  all.plan.channel = undefined;
  const owner = person("owner").upn;
  await expect(all.bot.postActionCard(3, ofHealth, owner)).rejects.toThrow("no channel yet");
});
