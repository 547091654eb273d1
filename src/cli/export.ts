import { extname } from "node:path";
import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { counted } from "#plan/words.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { exportPlan } from "#usecases/export-plan.ts";
import { exportFileName } from "#documents/write/export-file-name.ts";
import { toDate, toId } from "./plan-options.ts";
import { saveDocument } from "./save-document.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface ExportOptions extends SiteChoice {
  readonly to?: string;
  readonly asOf?: IsoDate;
  readonly agency?: string;
  readonly plan?: number;
}

/** `action-plan export`: writes the plan as a Word document, a workbook or a CSV file. */
export function exportCommand(): Command {
  return new Command("export")
    .description("Write the plan as a Word document, a workbook or a CSV file.")
    .option(
      "--to <file>",
      "where to write it, .docx, .xlsx or .csv; named after the plan if not said",
    )
    .option("--as-of <date>", "the plan as it stood at the end of that day, as 2026-03-31", toDate)
    .option("--agency <name>", "only that agency's part")
    .option("--plan <id>", "which plan, if not the newest", toId)
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (options: ExportOptions) => {
      const write = writerFor(options.to ?? ".docx");
      const site = siteOfApp(options);
      const plan = await exportPlan(
        {
          plans: new SharePointPlanStore(site),
          ...historyOf(site),
          today: dayOf(new Date()),
        },
        { planId: options.plan, day: options.asOf, agency: options.agency },
      );
      const bytes = await write(plan);
      const file = options.to ?? exportFileName(plan, dayOf(new Date()));
      await saveDocument(file, bytes);
      process.stdout.write(report(file, bytes, plan));
    });
}

type Writer = (plan: PlanOnDate) => Promise<Uint8Array>;

/** Each kind is loaded only when it is written. */
const writers: Readonly<Record<string, Writer>> = {
  ".docx": async (plan) =>
    (await import("#documents/write/write-word-plan.ts")).writeWordPlan(plan),
  ".xlsx": async (plan) =>
    (await import("#documents/write/write-excel-plan.ts")).writeExcelPlan(plan),
  ".csv": async (plan) => (await import("#documents/write/write-csv-plan.ts")).writeCsvPlan(plan),
};

function writerFor(file: string): Writer {
  const ending = (extname(file) || file).toLowerCase();
  const writer = writers[ending];
  if (!writer)
    throw new RefusedError(`${file} ends in none of ${Object.keys(writers).join(", ")}.`);
  return writer;
}

function report(
  file: string,
  bytes: Uint8Array,
  { plan, day, agency, recommendations }: PlanOnDate,
) {
  const actions = recommendations.reduce((sum, each) => sum + each.actions.length, 0);
  const part = agency ? `, the part of ${agency.shortName}` : "";
  const what = `${counted(recommendations.length, "recommendation")}, ${counted(actions, "action")}`;
  return `${file}: ${what} of "${plan.title}" as of ${formatDate(day)}${part}. ${bytes.byteLength.toLocaleString("en-GB")} bytes.\n`;
}
