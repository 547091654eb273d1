import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { z } from "zod";
import { packageApp } from "./package/package-app.ts";
import { PackageError } from "./package/package-error.ts";
import { settingsOf, type SiteChoice } from "./site-of-app.ts";

const settings = z.object({
  BASE_URL: z.string(),
  TEAMS_APP_ID: z.string(),
  BOT_CLIENT_ID: z.string(),
});

/** `action-plan package`: the app as a zip that an administrator uploads to Teams. */
export function packageCommand(): Command {
  return new Command("package")
    .description("Make the zip of the app that an administrator uploads to Teams.")
    .option("--out <file>", "where to write it", "action-plan.zip")
    .option("--base-url <url>", "the server's https address, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (options: SiteChoice & { out: string; baseUrl?: string }) => {
      const environment = settingsOf(options);
      const BASE_URL = options.baseUrl ?? environment["BASE_URL"];
      const { data, error } = settings.safeParse({ ...environment, BASE_URL });
      if (!data) {
        const missing = error.issues.map(({ path }) => path.join(".")).join(", ");
        throw new PackageError(`These settings are missing: ${missing}.`);
      }
      const zip = await packageApp({ configuration: data });
      await writeFile(options.out, zip);
      process.stdout.write(`${options.out}: ${zip.length} bytes, for ${BASE_URL}\n`);
    });
}
