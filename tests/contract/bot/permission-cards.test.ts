import { randomUUID } from "node:crypto";
import { expect, it, vi } from "vitest";
import { addToGroup, addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import type { Site } from "#sharepoint/site.ts";
import { aSmallPlan } from "#tests/support/a-site.ts";
import { type KindOfPerson, kindsOfPeople, mayBy } from "#tests/support/who-may.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aBotInRealLists } from "./a-bot-in-real-lists.ts";
import { person, planChannel, press } from "./a-plan-bot.ts";

/** Who stands for each column of docs/permissions.md; the Trust is the agency that the acts are about. */
const people = {
  "Plan owner": "owner",
  "Agency, its own": "lead-a",
  "Agency, another's": "lead-b",
  "Peer-challenge group": "chair",
  Scrutiny: "scrutiny",
  Reader: "lead-c",
  Outsider: "outsider",
} satisfies Record<KindOfPerson, string>;

async function fill(admin: Site): Promise<void> {
  await provision(admin);
  await addToRole(admin, "owner", person("owner").upn);
  await addToRole(admin, "challenge", person("chair").upn);
  await addToRole(admin, "scrutiny", person("scrutiny").upn);
  await addToRole(admin, "reader", person("lead-c").upn);
  const { agencies } = await importPlan({ writer: new SharePointPlanWriter(admin) }, aSmallPlan);
  for (const [shortName, who] of [
    ["Trust", "lead-a"],
    ["Council/PH", "lead-b"],
  ] as const) {
    const group = agencies.find((each) => each.shortName === shortName)?.group ?? "";
    await addToGroup(admin, group, person(who).upn);
  }
}

it("a card does for everybody what the table of permissions says, and nothing else", async () => {
  const all = await aBotInRealLists(fill);
  const { stores } = all;
  const [plan] = await stores.plans.list();
  if (!plan) throw new Error("No plan.");
  const { id: planId } = plan;
  const { actions, recommendations } = await stores.plans.open(planId);
  const [action] = actions;
  const [recommendation] = recommendations;
  if (!action || !recommendation) throw new Error("The plan is empty.");
  const ids = { planId, actionId: action.id };
  const about = { planId, recommendationId: recommendation.id };
  await vi.waitFor(async () => {
    expect((await stores.plans.list())[0]?.channel).toBe(planChannel);
  }, 10_000);
  const { message } = await all.bot.postActionCard(planId, ids.actionId, person("chair").upn);
  const { id: challengeId } = await stores.record.challenge({
    key: randomUUID(),
    planId,
    recommendationId: about.recommendationId,
    agency: "Trust",
    question: "How?",
    source: "person",
  });
  const acts = {
    "Read the plan and its record": { verb: "showAction", data: ids },
    "Report progress for the agency": {
      verb: "proposeRating",
      data: { ...ids, rating: "green", note: "Said on a card." },
    },
    "Answer a question for the agency": {
      verb: "answerChallenge",
      data: { ...about, challengeId, actionId: "0", answer: "Said on a card." },
    },
    "Put a question to an agency": {
      verb: "putChallenge",
      data: { ...about, actionId: 0, agency: "Trust", source: "person", question: "And then?" },
    },
  };
  const cases = Object.entries(acts).flatMap(([act, sent]) =>
    kindsOfPeople.map((kind) => ({ act, kind, ...sent })),
  );
  const found: string[] = [];
  for (const { act, kind, verb, data } of cases) {
    const key = randomUUID();
    const seen = await press(all, people[kind], { message, verb, data: { ...data, key } });
    const { record } = await stores.plans.open(planId);
    const shown = verb === "showAction" && seen.words.includes("Train the nurses");
    const done = shown || record.some((entry) => entry.key === key);
    found.push(said(act, kind, done));
  }
  expect(found).toEqual(cases.map(({ act, kind }) => said(act, kind, mayBy(act, kind))));
});

function said(act: string, kind: KindOfPerson, done: boolean): string {
  return `${act}, ${kind}: ${done ? "done" : "refused"}`;
}
