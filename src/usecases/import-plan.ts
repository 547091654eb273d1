import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import type { Keyed, PlanWriter } from "./plan-writer.ts";

export interface Imported {
  readonly planId: number;
  /** Every agency of the site, those of this plan among them. */
  readonly agencies: readonly Agency[];
  /** How many there are in the plan as it came, and how many of them were not in the lists before. */
  readonly recommendations: Count;
  readonly actions: Count;
  readonly versions: Count;
}

interface Count {
  readonly of: number;
  readonly added: number;
}

export interface ImportProgress {
  readonly what: "recommendations" | "actions";
  readonly done: number;
  readonly of: number;
}

/**
 * Writes a plan into the lists. What stands there already, by the key that follows from its own words, is left as it
 * is; so a second run, or a run after a broken one, adds only what is missing.
 */
export async function importPlan(
  { writer }: { readonly writer: PlanWriter },
  plan: NewPlan,
  onProgress: (progress: ImportProgress) => void = () => {},
): Promise<Imported> {
  const agencies = await writer.ensureAgencies(plan.agencies);
  const planKey = await keyOf(
    "plan",
    plan.plan.title,
    plan.plan.regulator,
    plan.plan.published ?? "",
  );
  const { id: planId } = await writer.ensurePlan({ ...plan.plan, key: planKey });

  const recommendations = await keyed(plan.recommendations, ({ ref, text }) => [
    planKey,
    "recommendation",
    ref,
    text,
  ]);
  const report = (what: ImportProgress["what"], of: number) => (done: number) =>
    onProgress({ what, done, of });
  const written = await writer.addRecommendations(
    planId,
    recommendations,
    report("recommendations", recommendations.length),
  );

  const actions = await keyedActions(recommendations, written.ids);
  const writtenActions = await writer.addActions(
    planId,
    actions,
    report("actions", actions.length),
  );

  const versions = await keyed(plan.versions, ({ number, dateAsPrinted }) => [
    planKey,
    "version",
    number,
    dateAsPrinted,
  ]);
  const writtenVersions = await writer.addVersions(planId, versions);
  return {
    planId,
    agencies,
    recommendations: { of: recommendations.length, added: written.added },
    actions: { of: actions.length, added: writtenActions.added },
    versions: { of: versions.length, added: writtenVersions.added },
  };
}

async function keyedActions(
  recommendations: readonly Keyed<NewRecommendation>[],
  ids: ReadonlyMap<string, number>,
) {
  const perRecommendation = recommendations.map(async ({ key, actions }) => {
    const recommendationId = ids.get(key);
    if (recommendationId === undefined)
      throw new RangeError("A recommendation was written and then not found.");
    const own = await keyed(actions, ({ agencyAsPrinted, text }: NewAction) => [
      key,
      "action",
      agencyAsPrinted,
      text,
    ]);
    return own.map((action) => ({ ...action, recommendationId }));
  });
  return (await Promise.all(perRecommendation)).flat();
}

/** Two items of the same words are two items: the second one's key counts it. */
async function keyed<T>(
  items: readonly T[],
  wordsOf: (item: T) => readonly string[],
): Promise<Keyed<T>[]> {
  const seen = new Map<string, number>();
  return Promise.all(
    items.map((item) => {
      const words = wordsOf(item);
      const name = JSON.stringify(words);
      const count = (seen.get(name) ?? 0) + 1;
      seen.set(name, count);
      return keyOf(...words, String(count)).then((key) => ({ ...item, key }));
    }),
  );
}

/** The same words give the same key on every machine: 32 hexadecimal digits of their SHA-256. */
async function keyOf(...words: readonly string[]): Promise<string> {
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(JSON.stringify(words)),
  );
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0"))
    .join("")
    .slice(0, 32);
}
