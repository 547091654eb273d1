import {
  identifierWarnings,
  type PlacedText,
  refuseIdentifiers,
  withoutNhsNumbers,
} from "#plan/identifiers.ts";
import type { NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import { type Asked, askIfInDoubt } from "./words-to-save.ts";

/**
 * No child or patient may be identified in a plan, not by a document either. Throws RefusedError where a text of these
 * holds a valid NHS number, saying in which recommendation or action it stands and never what it is; DoubtError where one
 * may hold a date of birth, and the person was not asked.
 */
export function refuseIdentifiersIn(plan: NewPlan, asked: Asked): void {
  const texts = textsOf(plan);
  for (const { text, where } of texts) refuseIdentifiers(text, where);
  askIfInDoubt(asked, ...texts);
}

/** What to warn about before a document is taken over: what may be dates of birth, and where they stand. */
export function identifierWarningsIn(plan: NewPlan): readonly string[] {
  return textsOf(plan).flatMap(({ text, where }) => identifierWarnings(text, where));
}

function textsOf({ plan, agencies, versions, recommendations, ...rest }: NewPlan): PlacedText[] {
  const { title, regulator, ...about } = plan;
  return [
    ...placed([title, regulator], "the title"),
    ...placed(about, "the rating key or what is said of the plan"),
    ...placed(agencies, "the name of an agency"),
    ...placed(versions, "the table of versions"),
    ...wordsIn(recommendations),
    ...(rest.findings ?? []).flatMap((finding) =>
      placed(finding, `paragraph ${withoutNhsNumbers(finding.paragraph)}`),
    ),
  ];
}

function wordsIn(recommendations: readonly NewRecommendation[]): readonly PlacedText[] {
  return recommendations.flatMap(({ actions, ...recommendation }) => {
    const of = `recommendation ${withoutNhsNumbers(recommendation.ref)}`;
    return [
      ...placed(recommendation, of),
      ...actions.flatMap((action) => placed(action, `action ${action.order} of ${of}`)),
    ];
  });
}

/** Every text that stands anywhere in it, so that no field is forgotten when one is added. */
function placed(part: unknown, where: string): readonly PlacedText[] {
  if (typeof part === "string") return part === "" ? [] : [{ text: part, where }];
  if (typeof part !== "object" || part === null) return [];
  return Object.values(part).flatMap((each) => placed(each, where));
}
