import { existsSync } from "node:fs";
import { site, type Site } from "#sharepoint/site.ts";
import { appTokens } from "#server/app-token.ts";
import { ConfigurationError, tenancyConfiguration } from "#server/configuration.ts";

export interface SiteChoice {
  /** Another site than the settings name. */
  readonly site?: string;
  /** A file of settings, `NAME=value` a line. */
  readonly settings?: string;
}

/** Where `npm start` leaves the settings of what it runs, so that commands beside it need none. */
const usualSettings = ".data/settings.env";

/** The site as the app itself may see it. Throws ConfigurationError where it isn't said which. */
export function siteOfApp(choice: SiteChoice): Site {
  const configuration = tenancyConfiguration(settingsOf(choice));
  const siteUrl = choice.site ?? configuration.SHAREPOINT_SITE_URL;
  const token = appTokens(configuration);
  return site({ siteUrl, token: (fresh) => token(new URL(siteUrl).origin, fresh) });
}

/** The environment, and what it leaves out from the settings file. */
export function settingsOf({ settings }: SiteChoice): NodeJS.ProcessEnv {
  const file = settings ?? process.env["ACTION_PLAN_SETTINGS"] ?? usualSettings;
  if (existsSync(file)) process.loadEnvFile(file);
  else if (settings) throw new ConfigurationError(`There is no settings file ${settings}.`);
  return process.env;
}
