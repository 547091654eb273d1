import { Command } from "commander";
import { dayOf, isIsoDate, type IsoDate } from "#plan/iso-date.ts";
import { RefusedError } from "#plan/errors.ts";
import { counted } from "#plan/words.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { SharePointReminderStore } from "#sharepoint/reminder-store.ts";
import { site } from "#sharepoint/site.ts";
import { appTokens } from "#server/app-token.ts";
import { serverConfiguration } from "#server/configuration.ts";
import { type Reminded, type ReminderState, sendReminders } from "#usecases/send-reminders.ts";
import { type SiteChoice, settingsOf } from "./site-of-app.ts";

interface RemindOptions extends SiteChoice {
  readonly date?: IsoDate;
  readonly dryRun?: boolean;
  readonly again?: boolean;
  readonly json?: boolean;
}

/** `action-plan remind`: everybody's Monday card. */
export function remindCommand(): Command {
  return new Command("remind")
    .description(
      "Send everybody one message about what is overdue, due and asked of them. Running it again in the same week sends nobody a second one.",
    )
    .option("--date <date>", "as if it were ten in the morning of that day, as 2026-11-23", toDate)
    .option("--dry-run", "say who would get what, and send nothing")
    .option("--again", "try those too who could not be reached three weeks running")
    .option("--json", "the result as JSON")
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (options: RemindOptions) => {
      const done = await remind(options);
      process.stdout.write(options.json ? `${JSON.stringify(done)}\n` : report(done));
      // A scheduler is to notice that somebody was not reached, and that a later run is needed.
      if (done.some(({ state }) => state === "later")) process.exitCode = 75;
    });
}

async function remind(options: RemindOptions): Promise<readonly Reminded[]> {
  const configuration = serverConfiguration(settingsOf(options));
  const token = appTokens(configuration);
  const siteUrl = options.site ?? configuration.SHAREPOINT_SITE_URL;
  const access = {
    siteUrl,
    token: (fresh?: boolean) => token(new URL(siteUrl).origin, fresh),
  };
  const { plans, record } = connectSharePoint(access);
  for (const { title, unreadable } of await plans.list())
    if (unreadable !== undefined)
      process.stderr.write(`The plan “${title}” is left out. ${unreadable}\n`);
  // The Teams client takes as long to load as all commands together.
  const { reminderSender } = await import("./remind/reminder-sender.ts");
  const now = () => (options.date ? new Date(`${options.date}T10:00:00Z`) : new Date());
  return sendReminders(
    {
      plans,
      record,
      reminders: new SharePointReminderStore(site(access)),
      send: reminderSender({ configuration, token, now }),
      now,
    },
    { date: options.date, dryRun: options.dryRun, again: options.again },
  );
}

const words: Readonly<Record<ReminderState, string>> = {
  sent: "sent",
  "would-send": "would be sent",
  before: "had it this week",
  off: "wants no reminders",
  quiet: "has quiet hours now: run this again later",
  failed: "not reached",
  later: "not sent, run this again",
  "given-up": "not tried any more",
  unknown: "perhaps sent",
};

function report(done: readonly Reminded[]): string {
  const lines = done.map(({ loginName, state, reason, reminder }) => {
    const name = loginName.split("|").at(-1) ?? loginName;
    const why = reason ? ` (${reason})` : "";
    return `${name}: ${words[state]}${why}${reminder ? `; ${counts(reminder)}` : ""}`;
  });
  const sent = done.filter(({ state }) => state === "sent").length;
  return `${[...lines, `${counted(sent, "reminder")} sent.`].join("\n")}\n`;
}

function counts({ overdue, due, asked }: NonNullable<Reminded["reminder"]>): string {
  return `${overdue.length} overdue, ${due.length} due, ${asked.length} asked`;
}

function toDate(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new RefusedError(`"${text}" is no day: write it as ${dayOf(new Date())}.`);
}
