import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { people } from "#local/people.ts";
import { threePorts } from "#local/ports.ts";
import { startSharePoint } from "#local/sharepoint/service.ts";
import { appStores, personStores } from "#server/bot-stores.ts";
import { connectSharePoint, type Stores } from "#sharepoint/connect.ts";
import { site, type Site } from "#sharepoint/site.ts";
import { aBotInTeams, type BotInTeams } from "./a-plan-bot.ts";

/** Teams, the bot and SharePoint, each over HTTP with signed tokens; `fill` makes the lists, as the app. */
export async function aBotInRealLists(
  fill: (admin: Site) => Promise<void>,
): Promise<BotInTeams & { readonly stores: Stores }> {
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
    await fill(site(asApp));
    stores = connectSharePoint(asApp);
    return {
      storesFor: (token) => personStores({ siteUrl, token }),
      appStores: appStores(asApp),
    };
  });
  if (!stores) throw new Error("SharePoint was not started.");
  return { ...all, stores };
}
