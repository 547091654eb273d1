import { extname } from "node:path";
import { Command } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { counted } from "#plan/words.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointFindingStore } from "#sharepoint/finding-store.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { exportPlan } from "#usecases/export-plan.ts";
import { exportFileName } from "#documents/write/export-file-name.ts";
import { type PlanForm, planForms } from "#documents/write/plan-form.ts";
import { planWriters } from "#documents/write/plan-writers.ts";
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
      const form = formOf(options.to ?? ".docx");
      const site = siteOfApp(options);
      const plan = await exportPlan(
        {
          plans: new SharePointPlanStore(site),
          ...historyOf(site),
          findings: new SharePointFindingStore(site),
          today: dayOf(new Date()),
        },
        { planId: options.plan, day: options.asOf, agency: options.agency },
      );
      const bytes = await planWriters[form](plan);
      const file = options.to ?? exportFileName(plan, dayOf(new Date()));
      await saveDocument(file, bytes);
      process.stdout.write(report(file, bytes, plan));
    });
}

/** Throws RefusedError for an ending that no plan is written to. */
function formOf(file: string): PlanForm {
  const ending = (extname(file) || file).toLowerCase().slice(1);
  const form = planForms.find((each) => each === ending);
  if (form) return form;
  throw new RefusedError(`${file} ends in none of .${planForms.join(", .")}.`);
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
