import type { NewPlan } from "#plan/new-plan.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import type { Site } from "#sharepoint/site.ts";
import { importPlan } from "#usecases/import-plan.ts";
import type { ImportOptions } from "./import-options.ts";
import { importReport, wouldImport } from "./import-report.ts";
import { knownAgencies } from "./import-agencies.ts";
import { letSpeak } from "./leads.ts";
import { progressLine } from "./progress-line.ts";

/** Writes a document as a plan of its own, and gives its id; undefined where it is only said what would be written. */
export async function importNew(
  site: Site,
  read: NewPlan,
  options: ImportOptions,
): Promise<number | undefined> {
  const plan = await knownAgencies(site, read, options.same);
  if (options.dryRun) {
    process.stdout.write(wouldImport(plan));
    return undefined;
  }
  const progress = progressLine(process.stderr);
  const imported = await importPlan(
    { writer: new SharePointPlanWriter(site) },
    plan,
    ({ what, done, of }) => progress.show(`${done} of ${of} ${what}`),
    { sure: options.anyway },
  ).finally(() => progress.end());
  await letSpeak(site, plan, imported.agencies, options.lead ?? []);
  process.stdout.write(importReport(plan.plan.title, imported));
  return imported.planId;
}
