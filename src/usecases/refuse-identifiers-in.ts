import { identifierWarnings, type PlacedText, refuseIdentifiers } from "#plan/identifiers.ts";
import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
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

function textsOf({
  plan,
  agencies,
  versions,
  recommendations,
  findings,
}: NewPlan): readonly PlacedText[] {
  const named = agencies.flatMap(({ shortName, name, otherNames }) => [
    shortName,
    name,
    ...otherNames,
  ]);
  return [
    ...placed([plan.title, plan.regulator], "the title"),
    ...placed(named, "the name of an agency"),
    ...versions.flatMap(({ number, author, comment, circulatedTo }) =>
      placed([number, author, comment, circulatedTo], "the table of versions"),
    ),
    ...wordsIn(recommendations),
    ...(findings ?? []).flatMap(({ paragraph, text }) => placed([text], `paragraph ${paragraph}`)),
  ];
}

function wordsIn(recommendations: readonly NewRecommendation[]): readonly PlacedText[] {
  return recommendations.flatMap(({ actions, ...recommendation }) => {
    const of = `recommendation ${recommendation.ref}`;
    const { text, theme, outcome, anticipatedEvidence } = recommendation;
    return [
      ...placed([text, theme, outcome, anticipatedEvidence], of),
      ...actions.flatMap((action) => placed(wordsOf(action), `action ${action.order} of ${of}`)),
    ];
  });
}

function placed(texts: readonly (string | undefined)[], where: string): readonly PlacedText[] {
  return texts.flatMap((text) => (text ? [{ text, where }] : []));
}

function wordsOf(action: NewAction): readonly (string | undefined)[] {
  return [
    action.text,
    ...action.leads,
    action.agencyAsPrinted,
    action.dueAsPrinted,
    action.milestones,
    action.outcomeMeasure,
    action.measureOfSuccess,
    action.evidenceExpected,
    action.progressAsPrinted,
    action.notesAsPrinted,
  ];
}
