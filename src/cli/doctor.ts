import { readFile } from "node:fs/promises";
import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { type Site, site } from "#sharepoint/site.ts";
import { appTokens } from "#server/app-token.ts";
import { serverConfiguration } from "#server/configuration.ts";
import { examine, type Finding } from "./doctor/finding.ts";
import { serverChecks } from "./doctor/server-checks.ts";
import { signInChecks } from "./doctor/sign-in-checks.ts";
import { siteChecks } from "./doctor/site-checks.ts";
import { type SiteChoice, settingsOf } from "./site-of-app.ts";

interface DoctorOptions extends SiteChoice {
  readonly personToken?: string;
  readonly json?: boolean;
}

/** `action-plan doctor`: looks at a deployment step by step, and says what is missing. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description(
      "Look at a deployment step by step and say what is missing. What it writes for a probe it removes again.",
    )
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .option(
      "--person-token <file>",
      "a file that holds a SharePoint token of somebody in an agency's group, to look as they do",
    )
    .option("--json", "the findings as JSON")
    .action(async (options: DoctorOptions) => {
      const findings = await examined(options);
      process.stdout.write(options.json ? `${JSON.stringify(findings)}\n` : report(findings));
      if (findings.some(({ verdict }) => verdict.state === "wrong")) process.exitCode = 1;
    });
}

async function examined(options: DoctorOptions): Promise<readonly Finding[]> {
  const configuration = serverConfiguration(settingsOf(options));
  const siteUrl = options.site ?? configuration.SHAREPOINT_SITE_URL;
  const token = appTokens(configuration);
  const { origin } = new URL(siteUrl);
  const asApp = site({ siteUrl, token: (fresh) => token(origin, fresh) });
  // The Teams client takes as long to load as all commands together.
  const { teamsChecks } = await import("./doctor/teams-checks.ts");
  return examine([
    ...signInChecks(configuration, token),
    ...siteChecks({
      site: asApp,
      asPerson: await siteOf(options.personToken, siteUrl),
      tabOrigin: new URL(configuration.BASE_URL).origin,
    }),
    ...serverChecks(configuration),
    ...teamsChecks({ configuration, token, site: asApp }),
  ]);
}

async function siteOf(file: string | undefined, siteUrl: string): Promise<Site | undefined> {
  if (file === undefined) return undefined;
  const token = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new RefusedError(`The file ${file} with somebody's token can't be read.`, { cause });
  });
  return site({ siteUrl, token: async () => token.trim() });
}

function report(findings: readonly Finding[]): string {
  const wrongs = findings.filter(({ verdict }) => verdict.state === "wrong").length;
  const are = wrongs === 1 ? "is" : "are";
  const end = wrongs === 0 ? "Nothing is wrong." : `${wrongs} of ${findings.length} ${are} wrong.`;
  return `${[...findings.map(line), end].join("\n")}\n`;
}

function line({ claim, verdict }: Finding): string {
  if (verdict.state === "fine") return `fine         ${claim}`;
  if (verdict.state === "note") return `note         ${claim}: ${verdict.what}`;
  if (verdict.state === "not-checked") return `not checked  ${claim}: ${verdict.why}`;
  return `WRONG        ${claim}: ${verdict.what}\n             To do: ${verdict.todo}`;
}
