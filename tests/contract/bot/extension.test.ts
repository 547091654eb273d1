import { expect, it, vi } from "vitest";
import { SignInError } from "#plan/errors.ts";
import { aPlanBot, extension, messagesOf, type PlanBot, write } from "./a-plan-bot.ts";
import { ofBoth, ofHealth } from "./remembered-plan.ts";
import { asPage } from "../../local/teams/a-bot.ts";

it("finds by number, words and agency, signing in without a press, 25 at a time", async () => {
  const all = await aPlanBot();
  const byRef = await extension(all, "lead-a", { words: "4.2" });
  expect(byRef.items.map(({ title }) => title)).toEqual([
    "Recommendation 4.2",
    "Action number 27: give supervision once a quarter",
    "Action number 28: give supervision once a quarter",
  ]);
  const byAgency = await extension(all, "lead-a", { words: "council" });
  expect(byAgency.items).toHaveLength(3);
  const byWords = await extension(all, "lead-a", { words: "superv quart" });
  expect(byWords.items).toHaveLength(13);
  expect((await extension(all, "lead-a", { words: "xylophone" })).text).toContain(
    "Nothing in the plan fits",
  );
  expect((await extension(all, "lead-a", { skip: 25 })).text).toBe("That is all.");
});

it("finds nothing for somebody who may not see the plan", async () => {
  const all = await aPlanBot();
  const seen = await extension(all, "outsider", { words: "4.2" });
  expect(seen.text).toBe("You have no right to see this plan.");
  expect(seen.words).not.toContain("Action number");
});

it("puts a live card into somebody's message", async () => {
  const all = await aPlanBot();
  const { items } = await extension(all, "lead-b", { words: "27" });
  const card = items[0]?.card;
  expect(card).toMatchObject({ refresh: { action: { verb: "showAction" } } });
  const { body } = await asPage(all.teams, "lead-b", "messages", { in: "channel", text: "", card });
  const pressed = await asPage(all.teams, "lead-a", "card-actions", {
    message: Object(body).id,
    trigger: "manual",
    action: { type: "Action.Execute", verb: "showAction", data: { planId: 3, actionId: ofHealth } },
  });
  expect(JSON.stringify(pressed.body)).toContain("Rating you propose");
});

it("makes an update of a message in a thread, as the person who sends it", async () => {
  const all = await aPlanBot();
  const { message: root } = await all.bot.openThread(3, 9);
  const message = await write(all, "lead-b", "We met, & <b>all</b> was settled.", { root });
  const opened = await extension(all, "lead-a", { command: "makeUpdate", message }, "action");
  expect(opened.kind).toBe("dialog");
  expect(opened.words).toContain("We met, & <b>all</b> was settled.");
  const send = (data: object) =>
    extension(
      all,
      "lead-a",
      {
        command: "makeUpdate",
        message,
        data: {
          ...dataOf(opened),
          about: `${ofBoth}/1`,
          rating: "green",
          words: "Settled.",
          due: "",
          ...data,
        },
      },
      "action",
    );
  const refused = await send({ rating: "" });
  expect(refused.words).toContain("Choose one of the plan's ratings.");
  expect(refused.words).toContain("Settled.");
  const saved = await Promise.all([send({}), send({})]);
  expect(saved.map(({ text }) => text)).toEqual(["The update is saved.", "The update is saved."]);
  expect(all.plan.updates).toMatchObject([
    { actionId: ofBoth, folder: "Health", rating: "green", author: { name: "Lead officer A" } },
  ]);
  expect(all.plan.updates[0]?.note).toMatch(
    /^Settled\.\n\nFrom the message https:\/\/teams\.microsoft\.com/,
  );
  await vi.waitFor(async () => {
    const told = (await messagesOf(all, "owner")).filter((each) => each.root === root);
    expect(JSON.stringify(told)).toContain("Health proposes");
  }, 10_000);
});

/** The form that makes an update of a message, sent with a link. */
async function anUpdateOf(all: PlanBot, link: string) {
  const message = await write(all, "lead-b", "All was settled.");
  const opened = await extension(all, "lead-a", { command: "makeUpdate", message }, "action");
  const said = { about: `${ofBoth}/1`, rating: "green", words: "Settled.", due: "", link };
  const data = { ...dataOf(opened), ...said };
  return extension(all, "lead-a", { command: "makeUpdate", message, data }, "action");
}

it.each(["javascript:alert(1)", "http://teams.example/m/1", "file:///c:/plan.docx", "no address"])(
  "puts no link into the record that is not https: %s",
  async (link) => {
    const all = await aPlanBot();
    expect((await anUpdateOf(all, link)).text).toBe("The update is saved.");
    expect(all.plan.updates.map(({ note }) => note)).toEqual(["Settled."]);
  },
);

it("has somebody sign in anew whose sign-in ran out while they wrote, and saves it then", async () => {
  const all = await aPlanBot();
  let tries = 0;
  Object.defineProperty(all.plan, "hold", {
    get: async () => {
      tries += 1;
      if (tries === 1) throw new SignInError("The sign-in has run out.");
    },
  });
  const { kind, text } = await anUpdateOf(all, "https://teams.example/m/1");
  expect([kind, text]).toEqual(["message", "The update is saved."]);
  expect(tries).toBe(2);
  expect(all.plan.updates).toHaveLength(1);
});

it("makes a challenge of a message, for those who put questions", async () => {
  const all = await aPlanBot();
  const message = await write(all, "lead-b", "Who trains the bank staff?");
  const refused = await extension(all, "lead-a", { command: "makeChallenge", message }, "action");
  expect(refused.text).toContain("Only the peer-challenge group");
  const opened = await extension(all, "scrutiny", { command: "makeChallenge", message }, "action");
  const data = {
    ...dataOf(opened),
    about: `${ofHealth}/1`,
    rating: "",
    words: "Who trains them?",
    due: "",
  };
  const sent = await extension(
    all,
    "scrutiny",
    { command: "makeChallenge", message, data },
    "action",
  );
  expect(sent.text).toBe("The question is sent.");
  expect(all.plan.said).toMatchObject([
    {
      type: "challenge",
      agency: "Health",
      actionId: ofHealth,
      source: "scrutiny",
      author: { name: "Scrutiny member" },
    },
  ]);
});

it("makes nothing of a message that may name a child, until the person says that it can stand", async () => {
  const all = await aPlanBot();
  const message = await write(all, "lead-a", "The girl, born on 3 April 2009, was seen.");
  const asked = { command: "makeUpdate", message };
  const opened = await extension(all, "lead-a", asked, "action");
  const typed = { about: `${ofHealth}/1`, rating: "green", due: "" };
  const words = "The girl, born on 3 April 2009, was seen.";
  const data = { ...dataOf(opened), ...typed, words };
  const doubted = await extension(all, "lead-a", { ...asked, data }, "action");
  for (const part of ["There seems to be a date of birth", "Send anyway", words])
    expect(doubted.words).toContain(part);
  const number = { ...data, words: "The record of 943 476 5919 was read." };
  const refused = await extension(all, "lead-a", { ...asked, data: number }, "action");
  expect(refused.words).toContain("[NHS number removed]");
  expect(all.plan.updates).toEqual([]);
  const sure = { ...data, ...dataOf(doubted), ...typed, words };
  expect((await extension(all, "lead-a", { ...asked, data: sure }, "action")).text).toBe(
    "The update is saved.",
  );
  expect(all.plan.updates).toHaveLength(1);
});

function dataOf(opened: Awaited<ReturnType<typeof extension>>): Record<string, unknown> {
  return { ...Object(opened.card?.actions[0]?.["data"]) };
}
