import { type DefinitionHistory, definedOn } from "#plan/changes-in-definitions.ts";
import type { Finding } from "#plan/finding.ts";
import { RefusedError } from "#plan/errors.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import { type PlanOnDate, planOnDate, type WholePlan } from "#plan/plan-on-date.ts";
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

/** A plan as it was read, and what of it is asked for. */
export interface PlanToExport {
  readonly whole: WholePlan;
  /** How it was worded since that day; of today it is worded as it is. */
  readonly definitions: DefinitionHistory | undefined;
  readonly day: IsoDate;
  readonly agency?: Agency | undefined;
  readonly findings: readonly Finding[];
}

/**
 * The plan to be written as a document, in the words of that day. Throws NotFoundError where there is no such plan, and RefusedError where the
 * day is yet to come or no agency of that name has an action in it.
 */
export async function exportPlan(
  { plans, ...ports }: ExportPlanPorts,
  { planId, day, agency }: ExportPlan,
): Promise<PlanOnDate> {
  refuseDayToCome(day, ports.today);
  const open = await opened(plans, planId);
  return planToExport(await readForExport(ports, { open, day, agency }));
}

/** Reads what `planToExport` makes a plan on a day of, for a plan that is open. Throws RefusedError as `exportPlan` does. */
export async function readForExport(
  { history, definitions, findings, today }: Omit<ExportPlanPorts, "plans">,
  { open, day = today, agency }: Omit<ExportPlan, "planId"> & { readonly open: OpenPlan },
): Promise<PlanToExport> {
  refuseDayToCome(day, today);
  const chosen = agency === undefined ? undefined : agencyCalled(agency, open);
  const said = await history.forPlan(open.plan.id);
  return {
    whole: { ...open, ...said },
    definitions: day < today ? await definitions.since(open, day) : undefined,
    day,
    agency: chosen,
    findings: chosen || !findings ? [] : await findings.forPlan(open.plan.id),
  };
}

function refuseDayToCome(day: IsoDate | undefined, today: IsoDate): void {
  if (day !== undefined && day > today)
    throw new RefusedError(`${day} is yet to come; nobody knows the plan of that day.`);
}

async function opened(
  plans: ExportPlanPorts["plans"],
  planId: number | undefined,
): Promise<OpenPlan> {
  const open = planId === undefined ? (await plans.openNewest())?.open : await plans.open(planId);
  if (open) return open;
  throw new RefusedError("This site has no plan yet. Import one first.");
}

/** The plan of that day, in its words. */
export function planToExport(asked: PlanToExport): PlanOnDate {
  const { whole, definitions, day, agency, findings } = asked;
  const worded = definitions ? { ...whole, ...definedOn(whole, definitions, day) } : whole;
  const shown = planOnDate(worded, day, agency);
  return findings.length > 0 ? { ...shown, findings } : shown;
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
