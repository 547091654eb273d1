import { extname } from "node:path";
import { Argument, Command } from "commander";
import { paperKinds, paperWriters } from "#documents/write/paper-writers.ts";
import { RefusedError } from "#plan/errors.ts";
import { dayOf, formatDate, type IsoDate } from "#plan/iso-date.ts";
import { historyOf } from "#sharepoint/connect-history.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import type { Site } from "#sharepoint/site.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { type Papers, readPapers } from "#usecases/read-papers.ts";
import { toDate, toId } from "./plan-options.ts";
import { saveDocument } from "./save-document.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface ReportOptions extends SiteChoice {
  readonly to: string;
  readonly since?: IsoDate;
  readonly asOf?: IsoDate;
  readonly plan?: number;
}

/** `action-plan report`: writes a paper for a board or a committee as a Word document. */
export function reportCommand(): Command {
  return new Command("report")
    .description("Write a paper for a board or a scrutiny committee as a Word document.")
    .addArgument(new Argument("<paper>", "which paper").choices(paperKinds))
    .requiredOption("--to <file>", "where to write it, .docx")
    .option(
      "--since <date>",
      "what changed since the end of that day; if not said, the last version's, and every question",
      toDate,
    )
    .option("--as-of <date>", "the plan as it stood at the end of that day, as 2026-03-31", toDate)
    .option("--plan <id>", "which plan, if not the newest", toId)
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .action(async (paper: string, options: ReportOptions) => {
      const { to } = options;
      const kind = paperKinds.find((each) => each === paper);
      if (!kind || extname(to).toLowerCase() !== ".docx")
        throw new RefusedError(`${to} does not end in .docx: papers are Word documents.`);
      const papers = await read(siteOfApp(options), options);
      const bytes = await paperWriters[kind](papers);
      await saveDocument(to, bytes);
      process.stdout.write(reported(to, bytes, papers));
    });
}

async function read(site: Site, { plan, since, asOf }: ReportOptions): Promise<Papers> {
  const today = dayOf(new Date());
  const open = await openedPlan(site, plan);
  return readPapers(historyOf(site), { open, since, day: asOf ?? today, today });
}

async function openedPlan(site: Site, id: number | undefined): Promise<OpenPlan> {
  const plans = new SharePointPlanStore(site);
  const open = id === undefined ? (await plans.openNewest())?.open : await plans.open(id);
  if (!open) throw new RefusedError("This site has no plan yet. Import one first.");
  return open;
}

function reported(file: string, bytes: Uint8Array, { report: { plan, since } }: Papers): string {
  return `${file}: "${plan.plan.title}" as of ${formatDate(plan.day)}, changes since ${formatDate(since)}. ${bytes.byteLength.toLocaleString("en-GB")} bytes.\n`;
}
