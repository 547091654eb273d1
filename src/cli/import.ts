import { readFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { Command, Option } from "commander";
import { RefusedError } from "#plan/errors.ts";
import { type DocumentKind, documentKinds } from "#documents/document-kind.ts";
import { readPlanDocument } from "#documents/read-plan-document.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import type { DocumentProblem } from "#documents/plan-document.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { type Imported, importPlan } from "#usecases/import-plan.ts";
import { letSpeak } from "./leads.ts";
import { progressLine } from "./progress-line.ts";
import { type SiteChoice, siteOfApp } from "./site-of-app.ts";

interface ImportOptions extends SiteChoice {
  readonly json?: boolean;
  readonly kind?: DocumentKind;
  readonly dryRun?: boolean;
  readonly lead?: string[];
}

/** `action-plan import FILE`: reads a plan, or the recommendations of a report, from a document into the lists. */
export function importCommand(): Command {
  return new Command("import")
    .description(
      "Read a plan, or the recommendations of a report, into the lists. Again, and only what is new is added.",
    )
    .argument("<file>", "the document: Word, Excel, CSV, text, Markdown or HTML")
    .addOption(
      new Option("--kind <kind>", "what it is, where that is not recognised rightly").choices(
        documentKinds,
      ),
    )
    .option("--site <url>", "the SharePoint site, if not the one in the settings")
    .option("--settings <file>", "a file of settings")
    .option("--json", "write what was read to standard output, and nothing to the lists")
    .option("--dry-run", "read and report, and write nothing to the lists")
    .option(
      "--lead <people...>",
      "for trying it out: sign-in names of who speaks for the busiest agencies",
    )
    .action(async (file: string, options: ImportOptions) => {
      const { kind } = options;
      const read = await readPlanDocument(await bytesOf(file), { ...(kind && { kind }) });
      if (options.json) {
        process.stdout.write(`${JSON.stringify(read, undefined, 2)}\n`);
        return;
      }
      if (read.kind === "questions") throw new RefusedError(questionsOnly(read.questions.length));
      const { plan, problems } = toNewPlan(read, basename(file, extname(file)));
      process.stderr.write(problemsReport(problems));
      const actions = plan.recommendations.flatMap((each) => each.actions).length;
      if (options.dryRun) {
        process.stdout.write(
          `Would import ${plan.recommendations.length} recommendations and ${actions} actions. Nothing was written.\n`,
        );
        return;
      }
      const site = siteOfApp(options);
      const writer = new SharePointPlanWriter(site);
      const progress = progressLine(process.stderr);
      const imported = await importPlan({ writer }, plan, ({ what, done, of }) =>
        progress.show(`${done} of ${of} ${what}`),
      ).finally(() => progress.end());
      await letSpeak(site, plan, imported.agencies, options.lead ?? []);
      process.stdout.write(importReport(plan.plan.title, imported));
    });
}

async function bytesOf(file: string): Promise<Uint8Array> {
  return new Uint8Array(
    await readFile(file).catch((cause: unknown) => {
      throw new RefusedError(`${file} can't be read. Is the name right?`, { cause });
    }),
  );
}

function questionsOnly(count: number): string {
  return `This was read as a paper of ${count} questions, and only plans and reports go into the lists. See them with --json, or say with --kind what it is.`;
}

function problemsReport(problems: readonly DocumentProblem[]): string {
  return problems.map(({ where, what }) => `${where}: ${what}\n`).join("");
}

function importReport(
  title: string,
  { planId, recommendations, actions, versions }: Imported,
): string {
  const parts = [
    `${recommendations.of} recommendations (${recommendations.added} new)`,
    `${actions.of} actions (${actions.added} new)`,
    `${versions.of} versions (${versions.added} new)`,
  ];
  return `Plan ${planId}, "${title}": ${parts.join(", ")}.\n`;
}
