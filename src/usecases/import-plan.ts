import type { NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import type { Action, Agency } from "#plan/plan.ts";
import {
  keyedActions,
  keyedFindings,
  keyedRecommendations,
  keyedVersions,
  planKey,
} from "./import-keys.ts";
import type { Keyed, PlanWriter } from "./plan-writer.ts";
import { noPause, type Pause } from "./pause.ts";
import { refuseIdentifiersIn } from "./refuse-identifiers-in.ts";
import type { Asked } from "./words-to-save.ts";

export interface Imported {
  readonly planId: number;
  /** Every agency of the site, those of this plan among them. */
  readonly agencies: readonly Agency[];
  /** How many there are in the plan as it came, and how many of them were not in the lists before. */
  readonly recommendations: Count;
  readonly actions: Count;
  readonly versions: Count;
  readonly findings: Count;
}

interface Count {
  readonly of: number;
  readonly added: number;
}

export interface ImportProgress {
  readonly what: "recommendations" | "actions" | "findings";
  readonly done: number;
  readonly of: number;
}

/**
 * Writes a plan into the lists. What stands there already, by the key that follows from its own words, is left as it
 * is; so a second run, or a run after a broken one, adds only what is missing. Throws RefusedError where somebody could
 * be identified in it, and DoubtError where that has to be asked, before anything is written.
 */
export async function importPlan(
  { writer, pause = noPause }: { readonly writer: PlanWriter; readonly pause?: Pause },
  plan: NewPlan,
  onProgress: (progress: ImportProgress) => void = () => {},
  asked: Asked = {},
): Promise<Imported> {
  await refuseIdentifiersIn(plan, asked, pause);
  const agencies = await writer.ensureAgencies(plan.agencies);
  const key = await planKey(plan.plan);
  const { id: planId } = await writer.ensurePlan({ ...plan.plan, key });

  const findings = await keyedFindings(key, plan.findings ?? [], pause);
  const report = (what: ImportProgress["what"], of: number) => (done: number) =>
    onProgress({ what, done, of });
  const writtenFindings =
    findings.length > 0
      ? await writer.addFindings(planId, findings, report("findings", findings.length))
      : { added: 0 };

  const recommendations = await keyedRecommendations(key, plan.recommendations, pause);
  const written = await writer.addRecommendations(
    planId,
    recommendations,
    report("recommendations", recommendations.length),
  );

  const actions = await actionsUnder(recommendations, written.ids, pause);
  const writtenActions = await writer.addActions(
    planId,
    actions,
    report("actions", actions.length),
  );

  const versions = await keyedVersions(key, plan.versions);
  const writtenVersions = await writer.addVersions(planId, versions);
  return {
    planId,
    agencies,
    recommendations: { of: recommendations.length, added: written.added },
    actions: { of: actions.length, added: writtenActions.added },
    versions: { of: versions.length, added: writtenVersions.added },
    findings: { of: findings.length, added: writtenFindings.added },
  };
}

/** The actions of recommendations that were written, in their order, each with its key and its recommendation's id. */
export async function actionsUnder(
  recommendations: readonly Keyed<NewRecommendation>[],
  ids: ReadonlyMap<string, number>,
  pause: Pause,
): Promise<readonly Keyed<Omit<Action, "id">>[]> {
  const under: Keyed<Omit<Action, "id">>[] = [];
  for (const { key, actions } of recommendations) {
    const recommendationId = ids.get(key);
    if (recommendationId === undefined)
      throw new RangeError("A recommendation was written and then not found.");
    const own = await keyedActions(key, actions, pause);
    under.push(...own.map((action) => ({ ...action, recommendationId })));
  }
  return under;
}
