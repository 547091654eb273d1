import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Command, Option } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { documentKinds } from "#documents/document-kind.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import type { Site } from "#sharepoint/site.ts";
import { ConfigurationError } from "#server/configuration.ts";
import { identifierWarningsIn } from "#usecases/refuse-identifiers-in.ts";
import { importMerge } from "./import-merge.ts";
import { importNew } from "./import-new.ts";
import type { ImportOptions } from "./import-options.ts";
import { problemsReport, questionsReport, wouldImport } from "./import-report.ts";
import { planToMerge } from "./import-target.ts";
import { saidColumns } from "./said-columns.ts";
import { toId } from "./plan-options.ts";
import { siteOfApp } from "./site-of-app.ts";

/** `action-plan import FILE`: reads a plan, or the recommendations of a report, from a document into the lists. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "Read a plan, or the recommendations of a report, into the lists. A newer version of a plan that is there is merged into it.",
    )
    .argument("<file>", "the document: Word, Excel, PDF, CSV, text, Markdown or HTML")
    .addOption(
      new Option("--kind <kind>", "what it is, where that is not recognised rightly").choices(
        documentKinds,
      ),
    )
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .option("--json", "write what was read to standard output, and nothing to the lists")
    .option("--dry-run", "say what would be written, and write nothing to the lists")
    .option("--plan <id>", "the plan it is merged into, if not the one of its title", toId)
    .option("--new", "a plan of its own, also where one has its title")
    .option("--agency <name>", "it is this agency's part: what the agency filled in")
    .option("--columns <file>", "what its columns mean: `columns` of --json, corrected, as JSON")
    .option("--same <names...>", "agencies known here by another name, as CCG=MCCG")
    .option("--accept-edits", "take over what is worded otherwise; else it is only listed")
    .option(
      "--lead <people...>",
      "for trying it out: sign-in names of who speaks for the busiest agencies",
    )
    .action(async (file: string, options: ImportOptions) => {
      const read = await readPlanDocument(await bytesOf(file), {
        ...(options.kind && { kind: options.kind }),
        columns: await saidColumns(options.columns),
      });
      if (options.json) process.stdout.write(`${JSON.stringify(read, undefined, 2)}\n`);
      else if (read.kind === "questions") process.stdout.write(questionsReport(read));
      else await importRead(read, file, options);
    });
}

async function importRead(read: PlanDocument, file: string, options: ImportOptions): Promise<void> {
  const { plan, problems } = toNewPlan(read, basename(file, extname(file)));
  process.stderr.write(problemsReport(problems));
  for (const warning of identifierWarningsIn(plan)) process.stderr.write(`${warning}\n`);
  const site = siteOrNothing(options);
  if (!site) {
    process.stdout.write(wouldImport(plan));
    return;
  }
  const open = await planToMerge(new SharePointPlanStore(site), plan, options);
  if (open) await importMerge(site, { open, plan, document: basename(file), read }, options);
  else await importNew(site, plan, options);
}

/** Where no site is named, a dry run still tells what was read. */
function siteOrNothing(options: ImportOptions): Site | undefined {
  try {
    return siteOfApp(options);
  } catch (cause) {
    if (options.dryRun && cause instanceof ConfigurationError) return undefined;
    throw cause;
  }
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(
    await readFile(file).catch((cause: unknown) => {
      throw new RefusedError(`${file} can't be read. Is the name right?`, { cause });
    }),
  );
}
