import type { NewPlan } from "#plan/new-plan.ts";
import type { AddedAction, EditedDefinition, PlanDifferences } from "#plan/plan-differences.ts";
import { editedAction, editedRecommendation } from "./edited-definition.ts";
import {
  inSlices,
  keyedAction,
  keyedFindings,
  keyedRecommendations,
  keyedVersions,
  planKey,
} from "./import-keys.ts";
import { actionsUnder } from "./import-plan.ts";
import { noPause, type Pause } from "./pause.ts";
import type { OnWritten, PlanWriter } from "./plan-writer.ts";
import { refuseIdentifiersIn } from "./refuse-identifiers-in.ts";
import { type ProgressSource, sayProgress, type SayProgressPorts } from "./say-progress.ts";
import type { Asked } from "./words-to-save.ts";

export interface MergePlanPorts extends SayProgressPorts {
  readonly writer: PlanWriter;
  readonly pause?: Pause;
}

/** What of a document is taken over. Leave out of `differences` what the person did not choose. */
export interface MergePlan extends ProgressSource, Asked {
  /** The document, its agencies under the names that the site knows. */
  readonly read: NewPlan;
  readonly differences: Pick<PlanDifferences, "added" | "progress" | "edited">;
}

export interface Merged {
  readonly recommendations: number;
  readonly actions: number;
  readonly versions: number;
  readonly findings: number;
  /** Progress that an agency states here now. */
  readonly stated: number;
  /** Progress that stands as printed, because the person speaks for none of its agencies. */
  readonly printed: number;
  readonly edited: number;
}

/** After each batch of new actions, and each of the statements and edits. */
export type OnMerged = (done: number, of: number) => void;

type Step = "stated" | "printed" | "edited";

/**
 * Takes over what a document says otherwise than the plan. Progress becomes a statement of the agency where the person
 * speaks for it, and else stands on the action as printed (docs/decisions/0016). Every step has a key or changes
 * nothing the second time, so that a run that broke is run again. Throws RefusedError, DoubtError, NotAllowedError, ConflictError,
 * and what the stores throw.
 */
export async function mergePlan(
  ports: MergePlanPorts,
  merge: MergePlan,
  on: OnMerged = () => {},
): Promise<Merged> {
  const { added, edited, progress } = merge.differences;
  await refuseIdentifiersIn(merge.read, merge, ports.pause);
  const actions =
    added.actions.length +
    added.recommendations.reduce((sum, each) => sum + each.actions.length, 0);
  const all = actions + edited.length + progress.length;
  const written = await add(ports, merge, (saved) => on(saved, all));
  const steps = [
    ...edited.map((each) => () => takeOver(ports, merge, each)),
    ...progress.map((each) => () => sayProgress(ports, merge, each)),
  ];
  const done: Step[] = [];
  for (const step of steps) {
    done.push(await step());
    on(actions + done.length, all);
  }
  const count = (kind: Step) => done.filter((each) => each === kind).length;
  return {
    ...written,
    stated: count("stated"),
    printed: count("printed"),
    edited: count("edited"),
  };
}

async function add(
  { writer, pause = noPause }: MergePlanPorts,
  { open, read, differences }: MergePlan,
  on: OnWritten,
) {
  const { recommendations, actions, versions, findings } = differences.added;
  if (recommendations.length + actions.length + versions.length + findings.length === 0)
    return { recommendations: 0, actions: 0, versions: 0, findings: 0 };
  const planId = open.plan.id;
  const key = await planKey(open.plan);
  const writtenFindings =
    findings.length > 0
      ? await writer.addFindings(planId, await keyedFindings(key, findings, pause))
      : { added: 0 };
  await writer.ensureAgencies(agenciesOf(differences, read));
  const fresh = await keyedRecommendations(key, recommendations, pause);
  const written = await writer.addRecommendations(planId, fresh);
  const under = await actionsUnder(fresh, written.ids, pause);
  const own = await keyedOwn(key, actions, pause);
  const writtenActions = await writer.addActions(planId, [...under, ...own], on);
  const writtenVersions = await writer.addVersions(planId, await keyedVersions(key, versions));
  return {
    recommendations: written.added,
    actions: writtenActions.added,
    versions: writtenVersions.added,
    findings: writtenFindings.added,
  };
}

/** Those that a new action names: others of the document may be known here by another name. */
function agenciesOf({ added }: MergePlan["differences"], { agencies }: NewPlan) {
  const acting = new Set(
    [
      ...added.recommendations.flatMap((each) => each.actions),
      ...added.actions.map(({ action }) => action),
    ].flatMap((action) => action.agencies),
  );
  return agencies.filter(({ shortName }) => acting.has(shortName));
}

/** Under recommendations that the plan has, each with the key that an import of the whole document gives it. */
async function keyedOwn(ofPlan: string, added: readonly AddedAction[], pause: Pause) {
  const under = new Map(added.map(({ recommendation }) => [recommendation.id, recommendation]));
  const keys = new Map<number, string>();
  for (const [id, recommendation] of under) {
    const [named] = await keyedRecommendations(ofPlan, [{ ...recommendation, actions: [] }], pause);
    keys.set(id, named?.key ?? "");
  }
  return inSlices(
    added,
    async ({ recommendation: { id }, action, nth }) => ({
      ...(await keyedAction(keys.get(id) ?? "", action, nth)),
      recommendationId: id,
    }),
    pause,
  );
}

async function takeOver(
  { writer }: MergePlanPorts,
  { open }: MergePlan,
  edit: EditedDefinition,
): Promise<Step> {
  if (edit.what === "action") await writer.changeAction(edit.is, editedAction(edit, open.plan));
  else await writer.changeRecommendation(edit.is, editedRecommendation(edit));
  return "edited";
}
