import { Command } from "commander";
import type { Role } from "#plan/permissions.ts";
import { addToRole } from "#sharepoint/members.ts";
import type { Provisioned } from "#sharepoint/account.ts";
import { provision } from "#sharepoint/provision.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface ProvisionOptions extends SiteChoice, Partial<Record<Role, string[]>> {
  readonly mend?: boolean;
}

/** `action-plan provision`: makes the lists, groups and permissions on the site. */
export function provisionCommand(): Command {
  return new Command("provision")
    .description(
      "Make the lists, columns, groups and permissions that a plan needs. Running it again changes nothing.",
    )
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .option("--mend", "put right what somebody altered")
    .option("--owner <people...>", "sign-in names of who owns the plan")
    .option("--challenge <people...>", "sign-in names of the peer-challenge group")
    .option("--scrutiny <people...>", "sign-in names of scrutiny members")
    .option("--reader <people...>", "sign-in names of who else may read")
    .action(async (options: ProvisionOptions) => {
      const site = siteOfApp(options);
      const done = await provision(site, { mend: options.mend ?? false });
      for (const role of ["owner", "challenge", "scrutiny", "reader"] as const) {
        for (const person of options[role] ?? []) await addToRole(site, role, person);
      }
      process.stdout.write(report(done));
    });
}

function report({ added, altered, mended, toDo }: Provisioned): string {
  const lines = [
    ...added.map((what) => `Added: ${what}`),
    ...mended.map((what) => `Put right: ${what}`),
    ...altered.map((what) => `Altered, left as it is: ${what}`),
  ];
  if (lines.length + toDo.length === 0)
    return "The site is as it has to be. Nothing was changed.\n";
  if (altered.length > 0) lines.push("To put right what was altered: action-plan provision --mend");
  lines.push(...toDo.map((what) => `To do: ${what}`));
  return `${lines.join("\n")}\n`;
}
