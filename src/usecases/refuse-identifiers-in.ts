import {
  findBirthDates,
  identifierWarnings,
  type PlacedText,
  refuseDoubtful,
  refuseIdentifiers,
  withoutNhsNumbers,
} from "#plan/identifiers.ts";
import type { NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import { noPause, type Pause } from "./pause.ts";
import type { Asked } from "./words-to-save.ts";

/**
 * No child or patient may be identified in a plan, not by a document either. Rejects with RefusedError where a text of
 * these holds a valid NHS number, saying in which recommendation or action it stands and never what it is; with DoubtError
 * where one may hold a date of birth, and the person was not asked.
 */
export async function refuseIdentifiersIn(
  plan: NewPlan,
  asked: Asked,
  pause: Pause = noPause,
): Promise<void> {
  const doubtful: PlacedText[] = [];
  for (const texts of partsOf(plan)) {
    for (const { text, where } of texts) refuseIdentifiers(text, where);
    if (!asked.sure) doubtful.push(...texts.filter(({ text }) => findBirthDates(text).length > 0));
    await pause();
  }
  refuseDoubtful(doubtful);
}

/** What to warn about before a document is taken over: what may be dates of birth, and where they stand. */
export function identifierWarningsIn(plan: NewPlan): readonly string[] {
  return [...partsOf(plan)].flat().flatMap(({ text, where }) => identifierWarnings(text, where));
}

/** The texts of the plan itself, then those of each recommendation and its actions. */
function* partsOf({ plan, agencies, versions, recommendations, ...rest }: NewPlan) {
  const { title, regulator, ...about } = plan;
  yield [
    ...placed([title, regulator], "the title"),
    ...placed(about, "the rating key or what is said of the plan"),
    ...placed(agencies, "the name of an agency"),
    ...placed(versions, "the table of versions"),
  ];
  for (const recommendation of recommendations) yield* wordsIn(recommendation);
  for (const finding of rest.findings ?? [])
    yield placed(finding, `paragraph ${withoutNhsNumbers(finding.paragraph)}`);
}

function* wordsIn({ actions, ...recommendation }: NewRecommendation) {
  const of = `recommendation ${withoutNhsNumbers(recommendation.ref)}`;
  yield placed(recommendation, of);
  for (const action of actions) yield placed(action, `action ${action.order} of ${of}`);
}

/** Every text that stands anywhere in it, so that no field is forgotten when one is added. */
function placed(part: unknown, where: string): readonly PlacedText[] {
  if (typeof part === "string") return part === "" ? [] : [{ text: part, where }];
  if (typeof part !== "object" || part === null) return [];
  return Object.values(part).flatMap((each) => placed(each, where));
}
