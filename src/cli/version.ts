import { randomUUID } from "node:crypto";
import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { Me } from "#plan/permissions.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import type { HistoryStores } from "#usecases/ports/history.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { submitPlan } from "#usecases/submit-plan.ts";
import { nextVersionNumber, writeVersion } from "#usecases/write-version.ts";
import { anywayOption, toDate, toId } from "./plan-options.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface VersionOptions extends SiteChoice {
  readonly plan?: number;
}

interface NewVersionOptions extends VersionOptions {
  readonly number?: string;
  readonly date?: IsoDate;
  readonly author: string;
  readonly comment: string;
  readonly circulatedTo?: string;
  readonly anyway?: boolean;
}

interface SentOptions extends VersionOptions {
  readonly to: string;
  readonly on?: IsoDate;
  readonly anyway?: boolean;
}

/** `action-plan version`: lists a plan's versions, writes one down, or marks the plan as sent. */
export function versionCommand(): Command {
  return new Command("version")
    .description("List the plan's versions, write one down, or mark the plan as sent.")
    .addCommand(listCommand())
    .addCommand(addCommand())
    .addCommand(sentCommand());
}

function listCommand(): Command {
  return ofPlan(new Command("list").description("List the versions, oldest first.")).action(
    async (options: VersionOptions) => {
      const { versions } = await opened(options);
      process.stdout.write(versionsAsText(versions));
    },
  );
}

function addCommand(): Command {
  return ofPlan(new Command("add").description("Write down a version of the plan."))
    .requiredOption("--author <words>", "who wrote it")
    .requiredOption("--comment <words>", "what is new in it")
    .option("--number <words>", "its number, if not the next")
    .option("--date <date>", "its day, if not today, as 2026-03-31", toDate)
    .option("--circulated-to <words>", "whom it goes to")
    .option(...anywayOption)
    .action(async (options: NewVersionOptions) => {
      const { open, stores, versions, today } = await opened(options);
      const number = options.number ?? nextVersionNumber(versions);
      await writeVersion(stores, {
        open,
        known: versions,
        number,
        date: options.date ?? today,
        author: options.author,
        comment: options.comment,
        circulatedTo: options.circulatedTo ?? "",
        key: randomUUID(),
        sure: options.anyway,
      });
      process.stdout.write(`Version ${number} of "${open.plan.title}" is written down.\n`);
    });
}

function sentCommand(): Command {
  return ofPlan(new Command("sent").description("Mark the plan as sent to its regulator."))
    .requiredOption("--to <words>", "whom it was sent to")
    .option("--on <date>", "on which day, if not today, as 2026-03-31", toDate)
    .option(...anywayOption)
    .action(async (options: SentOptions) => {
      const { open, stores, today } = await opened(options);
      const on = options.on ?? today;
      await submitPlan(stores, { open, on, to: options.to, today, sure: options.anyway });
      process.stdout.write(`"${open.plan.title}" is marked as sent on ${formatDate(on)}.\n`);
    });
}

function ofPlan(command: Command): Command {
  return command
    .option("--plan <id>", "which plan, if not the newest", toId)
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings");
}

interface Opened {
  readonly open: OpenPlan & { readonly me: Me };
  readonly stores: HistoryStores;
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
}

/** Whoever has the app's certificate acts as the plan's owner: SharePoint gave the app the whole site. */
async function opened(options: VersionOptions): Promise<Opened> {
  const site = siteOfApp(options);
  const plans = new SharePointPlanStore(site);
  const { plan: id } = options;
  const open = id === undefined ? (await plans.openNewest())?.open : await plans.open(id);
  if (!open) throw new RefusedError("This site has no plan yet. Import one first.");
  const stores = historyOf(site);
  const versions = await stores.versions.forPlan(open.plan.id);
  const me = { ...open.me, roles: [...open.me.roles, "owner" as const] };
  return { open: { ...open, me }, stores, versions, today: dayOf(new Date()) };
}

function versionsAsText(versions: readonly PlanVersion[]): string {
  if (versions.length === 0) return "The plan has no version yet.\n";
  return versions
    .map(({ number, dateAsPrinted, author, comment, circulatedTo }) =>
      [
        number,
        dateAsPrinted,
        author,
        comment,
        ...(circulatedTo ? [`to ${circulatedTo}`] : []),
      ].join("\t"),
    )
    .map((line) => `${line.replaceAll("\n", " ")}\n`)
    .join("");
}
