import { join } from "node:path";
import { settingsOf } from "#cli/site-of-app.ts";
import { appTokens } from "#server/app-token.ts";
import { tenancyConfiguration } from "#server/configuration.ts";
import { makeTrouble, type Plan } from "#tests/local/sharepoint/support/trouble.ts";
import type { ATeams } from "./a-teams.ts";

/** Of the app, which administers the site. */
export function appToken(teams: ATeams, dataFolder: string): Promise<string> {
  const settings = settingsOf({ settings: join(dataFolder, "settings.env") });
  return appTokens(tenancyConfiguration(settings))(teams.sharePoint);
}

/** What goes wrong at SharePoint from now on; nothing with an empty plan. */
export async function troubleAt(teams: ATeams, dataFolder: string, plan: Plan): Promise<void> {
  await makeTrouble(teams.sharePoint, plan, await appToken(teams, dataFolder));
}
