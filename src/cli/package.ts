import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import type { PackageConfiguration } from "./package/fill-manifest.ts";
import { packageApp } from "./package/package-app.ts";
import { type SiteChoice, settingsOf } from "./site-of-app.ts";

/** What a package for trying out names where the settings do not say: nothing that exists. */
const forTryingOut: PackageConfiguration = {
  BASE_URL: "https://action-plan.example",
  TEAMS_APP_ID: "7a4d2c10-0000-4000-8000-0000000000c1",
  BOT_CLIENT_ID: "7a4d2c10-0000-4000-8000-0000000000b1",
};

interface PackageOptions extends SiteChoice {
  readonly to: string;
  readonly baseUrl?: string;
}

/** `action-plan package`: makes the zip that an administrator uploads to Teams. */
export function packageCommand(): Command {
  return new Command("package")
    .description("Make the Teams app package from the settings.")
    .option("--to <file>", "where to write it", "action-plan.zip")
    .option("--base-url <url>", "how the outside reaches the server, if not as the settings say")
    .option("--settings <file>", "a file of settings")
    .action(async (options: PackageOptions) => {
      const { configuration, warnings } = configurationOf(options);
      for (const warning of warnings) process.stderr.write(`${warning}\n`);
      const zip = await packageApp({ configuration });
      await writeFile(options.to, zip);
      process.stdout.write(
        `${options.to}: ${zip.byteLength} bytes, for ${configuration.BASE_URL}\n`,
      );
    });
}

/** What the settings leave out is named, so that nobody uploads a package that leads nowhere without knowing. */
function configurationOf(options: PackageOptions) {
  const settings = settingsOf(options);
  const missing = Object.keys(forTryingOut).filter(
    (name) => !settings[name] && !(name === "BASE_URL" && options.baseUrl),
  );
  const base = options.baseUrl ?? settings["BASE_URL"] ?? forTryingOut.BASE_URL;
  const secure = base.replace(/^http:/, "https:");
  return {
    configuration: {
      BASE_URL: secure,
      TEAMS_APP_ID: settings["TEAMS_APP_ID"] ?? forTryingOut.TEAMS_APP_ID,
      BOT_CLIENT_ID: settings["BOT_CLIENT_ID"] ?? forTryingOut.BOT_CLIENT_ID,
    },
    warnings: [
      ...(missing.length > 0
        ? [
            `Not in the settings: ${missing.join(", ")}. This package is for looking at, not for uploading.`,
          ]
        : []),
      ...(secure === base
        ? []
        : [
            `Teams opens https only: the package names ${secure} in place of ${base}. Say the real address with --base-url.`,
          ]),
    ],
  };
}
