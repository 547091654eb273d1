import { expect, it, vi } from "vitest";
import { addToGroup, addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import type { Site } from "#sharepoint/site.ts";
import { aSmallPlan } from "#tests/support/a-site.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aBotInRealLists } from "./a-bot-in-real-lists.ts";
import { messagesOf, person, planChannel, press } from "./a-plan-bot.ts";

async function fill(admin: Site): Promise<void> {
  await provision(admin);
  await addToRole(admin, "owner", person("owner").upn);
  await addToRole(admin, "scrutiny", person("scrutiny").upn);
  const writer = new SharePointPlanWriter(admin);
  const { agencies } = await importPlan({ writer }, aSmallPlan);
  const trust = agencies.find(({ shortName }) => shortName === "Trust");
  await addToGroup(admin, trust?.group ?? "", person("lead-a").upn);
}

it("is a rating in SharePoint, of the person who pressed, and on everybody's card", async () => {
  const { stores, ...all } = await aBotInRealLists(fill);
  const [plan] = await stores.plans.list();
  const { actions } = await stores.plans.open(plan?.id ?? 0);
  const ids = { planId: plan?.id ?? 0, actionId: actions[0]?.id ?? 0 };
  await vi.waitFor(async () => {
    expect((await stores.plans.list())[0]?.channel).toBe(planChannel);
  }, 10_000);
  const { message } = await all.bot.postActionCard(
    ids.planId,
    ids.actionId,
    person("scrutiny").upn,
  );
  const shown = { message, verb: "showAction", data: ids };
  const save = (key: string) =>
    press(all, "lead-a", {
      message,
      verb: "proposeRating",
      data: { ...ids, key, rating: "green", note: "Trained on Tuesday." },
    });

  const { key } = await press(all, "lead-a", { ...shown, trigger: "automatic" });
  const seen = await Promise.all([save(key), save(key)]);
  expect(seen.map(({ words }) => words.includes('"Saved"'))).toEqual([true, true]);

  const record = await stores.record.forAction(ids.actionId);
  expect(record).toMatchObject([
    { key, folder: "Trust", rating: "green", author: { name: "Lead officer A" } },
  ]);
  await vi.waitFor(async () => {
    const card = (await messagesOf(all, "scrutiny")).find(({ id }) => id === message);
    expect(JSON.stringify(card)).toContain("Trained on Tuesday.");
  }, 10_000);

  for (const who of ["lead-b", "scrutiny", "owner", "outsider"]) {
    const data = { ...ids, key: crypto.randomUUID(), rating: "blue", note: "Not mine to say." };
    const answer = await press(all, who, { message, verb: "proposeRating", data });
    expect(answer.words).toContain("Not saved");
    expect(answer.words).toContain("Not mine to say.");
  }
  expect(await stores.record.forAction(ids.actionId)).toHaveLength(1);
  expect((await press(all, "outsider", shown)).words).not.toContain("Train the nurses");
});
