import { randomUUID } from "node:crypto";
import { describe, expect, it, vi } from "vitest";
import { aPlanBot, messagesOf, person, press, type PlanBot } from "./a-plan-bot.ts";
import { ofBoth, ofHealth } from "./remembered-plan.ts";

const said = {
  rating: "green",
  note: "All but three have had it.",
  evidence: "https://marlshire.example/sites/plan/Evidence/audit.xlsx",
  evidenceKind: "impact",
};

async function withCard(actionId = ofHealth) {
  const all = await aPlanBot();
  const { message } = await all.bot.postActionCard(3, actionId, person("owner").upn);
  const ids = { planId: 3, actionId };
  return { ...all, message, ids, card: { message, verb: "showAction", data: ids } };
}

async function messageOf(all: PlanBot & { message: string }, who: string) {
  return (await messagesOf(all, who)).find(({ id }) => id === all.message);
}

/** The form that somebody is shown, filled in and sent. */
async function save(
  all: PlanBot & { message: string; ids: object },
  who: string,
  typed: Record<string, unknown> = {},
) {
  const form = await press(all, who, { message: all.message, verb: "showAction", data: all.ids });
  const data = { ...all.ids, key: form.key || randomUUID(), ...said, ...typed };
  return {
    data,
    outcome: await press(all, who, { message: all.message, verb: "proposeRating", data }),
  };
}

describe("the card of an action", () => {
  it("asks somebody of its agency for a rating, and signs them in without a press", async () => {
    const all = await withCard();
    const seen = await press(all, "lead-a", { ...all.card, trigger: "automatic" });
    expect(seen.words).toContain("Rating you propose");
    expect(seen.key).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each(["lead-b", "scrutiny", "owner"])("asks %s for nothing", async (who) => {
    const all = await withCard();
    const seen = await press(all, who, all.card);
    expect(seen.kind).toBe("card");
    expect(seen.words).toContain("Action number 27");
    expect(seen.words).not.toContain("Input.");
  });

  it("shows an outsider nothing of the plan", async () => {
    const all = await withCard();
    const seen = await press(all, "outsider", all.card);
    expect(seen.words).toContain("You have no right to see this plan.");
    expect(seen.words).not.toContain("Action number");
  });

  it("stays as it is where it cannot be refreshed for somebody by itself", async () => {
    const all = await withCard();
    const seen = await press(all, "outsider", { ...all.card, trigger: "automatic" });
    expect(seen.kind).toBe("failure");
  });

  it("is refreshed by Teams for those who speak for its agency", async () => {
    const all = await withCard();
    expect((await messageOf(all, "owner"))?.cards).toMatchObject([
      { refresh: { userIds: [person("lead-a").mri, person("lead-c").mri] } },
    ]);
  });
});

describe("pressing Save", () => {
  it("writes one update as the person who pressed, and shows it to everybody", async () => {
    const all = await withCard();
    const { outcome } = await save(all, "lead-a");
    expect(outcome.words).toContain("By you for Health, today at");
    expect(all.plan.updates).toMatchObject([
      {
        actionId: ofHealth,
        folder: "Health",
        rating: "green",
        author: { name: "Lead officer A" },
        evidence: [{ name: "audit.xlsx", kind: "impact" }],
      },
    ]);
    await vi.waitFor(async () => {
      const message = await messageOf(all, "scrutiny");
      expect(JSON.stringify(message?.cards)).toContain("All but three have had it.");
    }, 10_000);
  });

  it("saves once when pressed twice at the same time, or again later", async () => {
    const all = await withCard();
    const form = await press(all, "lead-a", all.card);
    // What it said itself is nothing that it has not seen.
    const data = { ...all.ids, key: form.key, seen: 0, ...said };
    const again = () => press(all, "lead-a", { message: all.message, verb: "proposeRating", data });
    const seen = [...(await Promise.all([again(), again()])), await again()];
    expect(seen.map(({ words }) => words.includes('"Saved"'))).toEqual([true, true, true]);
    expect(all.plan.updates).toHaveLength(1);
  });

  it("shows what stands in the record, not what was typed into a card sent before", async () => {
    const all = await withCard();
    const { data } = await save(all, "lead-a");
    const other = { ...data, note: "Something else." };
    const seen = await press(all, "lead-a", {
      message: all.message,
      verb: "proposeRating",
      data: other,
    });
    expect(seen.words).toContain("All but three have had it.");
    expect(seen.words).not.toContain("Something else.");
  });

  it("still shows that it was saved when Teams asks again by itself", async () => {
    const all = await withCard();
    await save(all, "lead-a");
    const seen = await press(all, "lead-a", { ...all.card, trigger: "automatic" });
    expect(seen.words).toContain('"Saved"');
    expect((await press(all, "lead-a", all.card)).words).toContain("Rating you propose");
  });

  it("asks somebody of two agencies for which they speak", async () => {
    const all = await withCard(ofBoth);
    const { outcome } = await save(all, "lead-c");
    expect(outcome.words).toContain("Choose the agency that you speak for.");
    expect(all.plan.updates).toEqual([]);
    await save(all, "lead-c", { agency: "Council" });
    expect(all.plan.updates).toMatchObject([{ folder: "Council" }]);
  });

  it("signs somebody in anew whose sign-in SharePoint no longer takes, and saves", async () => {
    const all = await withCard();
    const form = await press(all, "lead-a", all.card);
    const until = all.plan.tries;
    all.plan.refuse = 2;
    const data = { ...all.ids, key: form.key, ...said };
    const seen = await press(all, "lead-a", { message: all.message, verb: "proposeRating", data });
    expect(seen.words).toContain('"Saved"');
    expect(all.plan.tries - until).toBe(1);
  });

  it("says so where SharePoint takes no sign-in at all, and keeps what was typed", async () => {
    const all = await withCard();
    all.plan.refuse = 99;
    const { outcome } = await save(all, "lead-a");
    expect(outcome.words).toContain("The sign-in has run out.");
    expect(outcome.words).toContain("All but three have had it.");
    expect(all.plan.updates).toEqual([]);
  });

  it.each(["hold", "holdReads"] as const)(
    "says in time that it goes on being saved (%s), and in the person's chat what became of it",
    async (slow) => {
      const all = await withCard();
      const held = Promise.withResolvers<void>();
      const form = await press(all, "lead-a", {
        message: all.message,
        verb: "showAction",
        data: all.ids,
      });
      all.plan[slow] = held.promise;
      const data = { ...all.ids, key: form.key, ...said };
      const asked = { message: all.message, verb: "proposeRating", data };
      const seen = await Promise.all([press(all, "lead-a", asked), press(all, "lead-a", asked)]);
      for (const { kind, words } of seen) {
        expect(kind).toBe("message");
        expect(words).toContain("What you wrote goes on being saved");
      }
      expect(all.plan.updates).toEqual([]);
      held.resolve();
      await all.bot.settled();
      expect(all.plan.updates).toHaveLength(1);
      const told = await messagesOf(all, "lead-a", "personal");
      expect(JSON.stringify(told)).toContain(said.note);
      const shared = (await messagesOf(all, "scrutiny")).find(({ id }) => id === all.message);
      expect(JSON.stringify(shared)).toContain(said.note);
    },
    20_000,
  );
});

describe("nothing is written, and the words say why, for", () => {
  it.each([
    ["another agency's person", "lead-b", "Only people of Health can propose a rating"],
    ["a reader", "scrutiny", "Only people of Health can propose a rating"],
    ["the plan's owner", "owner", "Only people of Health can propose a rating"],
    ["an outsider", "outsider", "You have no right to see this plan."],
  ])("%s", async (_who, who, words) => {
    const all = await withCard();
    const { outcome } = await save(all, who);
    expect(outcome.words).toContain(words);
    expect(outcome.words).toContain("All but three have had it.");
    expect(all.plan.updates).toEqual([]);
  });

  it.each([
    ["an action of another plan", { planId: 4 }, "not part of the plan"],
    ["an action that is not there", { actionId: 999 }, "not part of the plan"],
    ["an agency that is not theirs", { actionId: ofBoth, agency: "Council" }, '"Saved"'],
    ["a rating that the plan does not have", { rating: "purple" }, "Choose one of the plan"],
    ["no rating", { rating: undefined }, "Choose one of the plan"],
    ["nothing said", { note: "  " }, "Say in a sentence"],
    ["a link that is not https", { evidence: "http://x.example/a" }, "start with https://"],
    ["a script for a link", { evidence: "javascript:alert(1)" }, "start with https://"],
  ])("a card naming %s", async (_what, typed, words) => {
    const all = await withCard();
    const { outcome } = await save(all, "lead-a", typed);
    expect(outcome.words).toContain(words);
  });

  it("an agency that is chosen although somebody does not speak for it", async () => {
    const all = await withCard(ofBoth);
    await save(all, "lead-a", { agency: "Council" });
    expect(all.plan.updates.map(({ folder }) => folder)).toEqual(["Health"]);
  });

  it.each([["no key"], ["k1"], ["00000000-0000-0000-0000-00000000000' or 1 eq 1"]])(
    "a card whose key is %s",
    async (key) => {
      const all = await withCard();
      const { outcome } = await save(all, "lead-a", { key });
      expect(outcome.words).toContain("What this card sent cannot be read.");
      expect(all.plan.tries).toBe(0);
    },
  );

  it("a note with an NHS number, which is taken out of what is given back", async () => {
    const all = await withCard();
    const { outcome } = await save(all, "lead-a", { note: "The record of 943 476 5919 was read." });
    expect(outcome.words).toContain("The record of [NHS number removed] was read.");
    expect(outcome.words).not.toContain("943 476 5919");
    expect(all.plan.updates).toEqual([]);
    expect(all.logged.join()).not.toContain("943");
  });

  it("a note with what may be a date of birth, until the person presses once more", async () => {
    const all = await withCard();
    const note = "The girl, born on 3 April 2009, was seen.";
    const { data, outcome } = await save(all, "lead-a", { note });
    for (const words of ["Not saved yet", "There seems to be a date of birth", "Save anyway", note])
      expect(outcome.words).toContain(words);
    expect(all.plan.updates).toEqual([]);
    const again = { ...data, sure: true };
    await press(all, "lead-a", { message: all.message, verb: "proposeRating", data: again });
    expect(all.plan.updates).toMatchObject([{ note }]);
  });

  it.each<unknown>([
    {},
    null,
    "x",
    [],
    { planId: "3", actionId: 27 },
    { planId: -1, actionId: 1e99 },
  ])("a press that carries %j", async (data) => {
    const all = await withCard();
    for (const verb of ["proposeRating", "showAction", "showRecommendation", "dropTables"]) {
      const action = { type: "Action.Execute", verb, data };
      const seen = await press(all, "lead-a", {
        ...action,
        message: all.message,
        data: { ...Object(data) },
      });
      expect(seen.kind).not.toBe("card");
    }
    expect(all.plan.tries).toBe(0);
  });
});
