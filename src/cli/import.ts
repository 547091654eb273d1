import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Command, Option } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { documentKinds } from "#documents/document-kind.ts";
import { keptColumns } from "#documents/kept-columns.ts";
import type { DocumentColumn, PlanDocument } from "#documents/plan-document.ts";
import { readInThread } from "#documents/read-in-thread.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import type { Site } from "#sharepoint/site.ts";
import type { PlanSummary } from "#usecases/ports/plans.ts";
import { ConfigurationError } from "#server/configuration.ts";
import { importMerge } from "./import-merge.ts";
import { importNew } from "./import-new.ts";
import type { ImportOptions } from "./import-options.ts";
import { problemsReport, questionsReport, wouldImport } from "./import-report.ts";
import { planToMerge } from "./import-target.ts";
import { saidColumns } from "./said-columns.ts";
import { anywayOption, toId } from "./plan-options.ts";
import { identifierWarningsIn } from "#usecases/refuse-identifiers-in.ts";
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
    .option(
      "--columns <file>",
      "what its columns mean: `columns` of --json, corrected, as JSON; kept with the plan for the next document",
    )
    .option("--same <names...>", "agencies known here by another name, as CCG=MCCG")
    .option("--accept-edits", "take over what is worded otherwise; else it is only listed")
    .option(
      "--lead <people...>",
      "for trying it out: sign-in names of who speaks for the busiest agencies",
    )
    .option(...anywayOption)
    .action(async (file: string, options: ImportOptions) => {
      const bytes = await bytesOf(file);
      const said = await saidColumns(options.columns);
      const read = await readBytes(bytes, options, said);
      if (options.json) process.stdout.write(`${JSON.stringify(read, undefined, 2)}\n`);
      else if (read.kind === "questions") process.stdout.write(questionsReport(read));
      else await importRead({ file, bytes, said, read }, options);
    });
}

interface ReadFile {
  readonly file: string;
  readonly bytes: Uint8Array;
  /** What was said of its columns now. */
  readonly said: readonly DocumentColumn[];
  readonly read: PlanDocument;
}

function readBytes(
  bytes: Uint8Array,
  { kind }: ImportOptions,
  columns: readonly DocumentColumn[],
): Promise<PlanDocument> {
  return readInThread(bytes, { columns, ...(kind && { kind }) });
}

async function importRead(from: ReadFile, options: ImportOptions): Promise<void> {
  const site = siteOrNothing(options);
  const plans = site && new SharePointPlanStore(site);
  const read = plans ? await readAsKept(from, await plans.list(), options) : from.read;
  const { plan, problems } = toNewPlan(read, basename(from.file, extname(from.file)));
  process.stderr.write(problemsReport(problems));
  if (options.dryRun)
    for (const warning of identifierWarningsIn(plan)) process.stderr.write(`${warning}\n`);
  if (!site || !plans) {
    process.stdout.write(wouldImport(plan));
    return;
  }
  const open = await planToMerge(plans, plan, options);
  const document = basename(from.file);
  const written = open
    ? await importMerge(site, { open, plan, document, read }, options)
    : await importNew(site, plan, options);
  if (from.said.length > 0) await keepColumns(site, written, read.columns);
}

/** Nothing is kept of a dry run, which wrote no plan. */
async function keepColumns(
  site: Site,
  planId: number | undefined,
  columns: readonly DocumentColumn[] = [],
): Promise<void> {
  if (planId === undefined) return;
  await new SharePointPlanWriter(site).keepColumns(planId, columns);
  process.stdout.write("What its columns mean is kept for the next document.\n");
}

/** The document by what is known of columns from earlier ones, where that is otherwise than it was read. */
async function readAsKept(
  { bytes, said, read }: ReadFile,
  plans: readonly PlanSummary[],
  options: ImportOptions,
): Promise<PlanDocument> {
  const kept = keptColumns(plans.toReversed());
  const meanings = new Map(kept.map(({ heading, meaning }) => [heading, meaning]));
  const isOther = (read.columns ?? []).some(
    ({ heading, meaning }) => (meanings.get(heading) ?? meaning) !== meaning,
  );
  return isOther ? readBytes(bytes, options, [...kept, ...said]) : read;
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
