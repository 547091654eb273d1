import { planDifferences } from "#documents/merge/plan-differences.ts";
import type { PlanDocument } from "#documents/plan-document.ts";
import { agencyNamed } from "#plan/agency-named.ts";
import { RefusedError } from "#plan/errors.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import type { Agency } from "#plan/plan.ts";
import { SharePointFindingStore } from "#sharepoint/finding-store.ts";
import { SharePointPlanHistory } from "#sharepoint/plan-history.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import { SharePointRecordStore } from "#sharepoint/record-store.ts";
import type { Site } from "#sharepoint/site.ts";
import { mergePlan } from "#usecases/merge-plan.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { speakerOf } from "#usecases/say-progress.ts";
import { knownAgencies, rememberNames } from "./import-agencies.ts";
import type { ImportOptions } from "./import-options.ts";
import { letSpeak } from "./leads.ts";
import { differencesReport, mergeReport } from "./merge-report.ts";
import { progressLine } from "./progress-line.ts";

interface ToMerge {
  readonly open: OpenPlan;
  readonly plan: NewPlan;
  /** The file's name. */
  readonly document: string;
  readonly read: Pick<PlanDocument, "part">;
}

/**
 * Shows what a document says otherwise than the plan, and takes it over; edits only where they are accepted. Gives the
 * plan's id; undefined where nothing was to be written.
 */
export async function importMerge(
  site: Site,
  { open, plan, document, read }: ToMerge,
  options: ImportOptions,
): Promise<number | undefined> {
  const today = dayOf(new Date());
  const known = await knownAgencies(site, plan, options.same);
  const part = partOf(open.agencies, options.agency ?? read.part);
  const [history, findings] = await Promise.all([
    new SharePointPlanHistory(site).forPlan(open.plan.id),
    new SharePointFindingStore(site).forPlan(open.plan.id),
  ]);
  const now = planOnDate({ ...open, ...history }, today);
  const all = planDifferences(now, known, { part, findings });
  const ports = {
    writer: new SharePointPlanWriter(site),
    record: new SharePointRecordStore(site),
    today,
    speaksFor: "any" as const,
  };
  const speaker = (action: (typeof open.actions)[number]) => speakerOf(ports, open, action, part);
  process.stdout.write(differencesReport(open.plan, all, speaker));
  if (options.dryRun) {
    process.stdout.write("Nothing was written.\n");
    return undefined;
  }
  await rememberNames(site, options.same);
  const differences = options.acceptEdits ? all : { ...all, edited: [] };
  const progress = progressLine(process.stderr);
  const merged = await mergePlan(
    ports,
    { open, read: known, differences, document, part, sure: options.anyway },
    (done, of) => progress.show(`${done} of ${of} actions, statements and edits`),
  ).finally(() => progress.end());
  await letSpeak(site, known, open.agencies, options.lead ?? []);
  process.stdout.write(mergeReport(open.plan, merged, all.edited.length));
  return open.plan.id;
}

function partOf(agencies: readonly Agency[], name: string | undefined): Agency | undefined {
  if (name === undefined) return undefined;
  const found = agencyNamed(agencies, name.trim());
  if (found) return found;
  const known = agencies.map(({ shortName }) => shortName).join(", ");
  throw new RefusedError(`No agency is called "${name}". This site has: ${known}.`);
}
