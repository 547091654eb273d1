import { definedOn } from "#plan/changes-in-definitions.ts";
import type { Finding } from "#plan/finding.ts";
import { RefusedError } from "#plan/errors.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { type PlanOnDate, planOnDate } from "#plan/plan-on-date.ts";
import type { DefinitionHistoryStore, PlanHistoryStore } from "./ports/history.ts";
import type { OpenPlan, PlanStore } from "./ports/plans.ts";

export interface ExportPlanPorts {
  readonly plans: Pick<PlanStore, "open" | "openNewest">;
  readonly history: PlanHistoryStore;
  readonly definitions: DefinitionHistoryStore;
  /** Those of the report go out with the whole plan. */
  readonly findings?: { forPlan(planId: number): Promise<readonly Finding[]> };
  /** Today, in London. */
  readonly today: IsoDate;
}

export interface ExportPlan {
  /** The newest plan of the site where it is not said which. */
  readonly planId?: number | undefined;
  /** The last day whose statements are in it; today where it is not said. */
  readonly day?: IsoDate | undefined;
  /** Only this agency's part: its short, full or other name. */
  readonly agency?: string | undefined;
}

/**
 * The plan to be written as a document, in the words of that day. Throws NotFoundError where there is no such plan, and RefusedError where the
 * day is yet to come or no agency of that name has an action in it.
 */
export async function exportPlan(
  { plans, history, definitions, findings: kept, today }: ExportPlanPorts,
  { planId, day = today, agency }: ExportPlan,
): Promise<PlanOnDate> {
  if (day > today)
    throw new RefusedError(`${day} is yet to come; nobody knows the plan of that day.`);
  const open = planId === undefined ? (await plans.openNewest())?.open : await plans.open(planId);
  if (!open) throw new RefusedError("This site has no plan yet. Import one first.");
  const chosen = agency === undefined ? undefined : agencyCalled(agency, open);
  const { record, versions } = await history.forPlan(open.plan.id);
  const worded = day < today ? definedOn(open, await definitions.since(open, day), day) : open;
  const shown = planOnDate({ ...open, ...worded, record, versions }, day, chosen);
  return chosen === undefined && kept ? withFindings(shown, kept) : shown;
}

async function withFindings(
  plan: PlanOnDate,
  kept: NonNullable<ExportPlanPorts["findings"]>,
): Promise<PlanOnDate> {
  const findings = await kept.forPlan(plan.plan.id);
  return findings.length > 0 ? { ...plan, findings } : plan;
}

function agencyCalled(asked: string, { agencies, actions }: OpenPlan): Agency {
  const plain = asked.trim().toLowerCase();
  const found = agencies.find(({ shortName, name, otherNames }) =>
    [shortName, name, ...otherNames].some((each) => each.toLowerCase() === plain),
  );
  const acting = new Set(actions.flatMap((action) => action.agencies));
  if (found && acting.has(found.shortName)) return found;
  const known = agencies.map(({ shortName }) => shortName).filter((name) => acting.has(name));
  const what = found
    ? `${found.shortName} has no action in this plan.`
    : `No agency is called "${asked}".`;
  throw new RefusedError(`${what} This plan has: ${known.join(", ")}.`);
}
