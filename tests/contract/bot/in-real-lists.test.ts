import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { people } from "#local/people.ts";
import { threePorts } from "#local/ports.ts";
import { startSharePoint } from "#local/sharepoint/service.ts";
import { appStores, personStores } from "#server/bot-stores.ts";
import { connectSharePoint, type Stores } from "#sharepoint/connect.ts";
import { addToGroup, addToRole } from "#sharepoint/members.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { provision } from "#sharepoint/provision.ts";
import { site, type Site } from "#sharepoint/site.ts";
import { aSmallPlan } from "#tests/support/a-site.ts";
import { importPlan } from "#usecases/import-plan.ts";
import { aBotInTeams, messagesOf, person, planChannel, press } from "./a-plan-bot.ts";

/** Teams, the bot and SharePoint, each over HTTP with signed tokens; lead-a speaks for the Trust. */
async function everything() {
  const { sharePoint: port } = await threePorts(0);
  const origin = `http://127.0.0.1:${port}`;
  const siteUrl = `${origin}/sites/plan`;
  let stores: Stores | undefined;
  const all = await aBotInTeams(origin, async (teams, appToken) => {
    const dataFolder = await mkdtemp(join(tmpdir(), "action-plan-"));
    const directory = people.map(({ loginName, name, upn }) => ({ loginName, name, email: upn }));
    const service = await startSharePoint({
      port,
      dataFolder,
      authenticate: teams.authenticate,
      directory,
    });
    onTestFinished(async () => {
      await service.close();
      await rm(dataFolder, { recursive: true, force: true });
    });
    const appOnly = await appToken(`${origin}/.default`);
    const asApp = { siteUrl, token: async () => appOnly };
    const connected = site(asApp);
    await fill(connected);
    stores = connectSharePoint(asApp);
    return {
      storesFor: (token) => personStores({ siteUrl, token }),
      appStores: appStores(asApp),
    };
  });
  if (!stores) throw new Error("SharePoint was not started.");
  return { ...all, stores };
}

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
  const { stores, ...all } = await everything();
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
