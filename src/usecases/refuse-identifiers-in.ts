import { identifierWarnings, refuseIdentifiers } from "#plan/identifiers.ts";
import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";

/**
 * No child or patient may be identified in a plan, not by a document either. Throws RefusedError where a text of these
 * holds a valid NHS number, saying in which recommendation or action it stands and never what it is.
 */
export function refuseIdentifiersIn(plan: NewPlan): void {
  for (const { text, where } of textsOf(plan)) refuseIdentifiers(text, where);
}

/** What to warn about before a document is taken over: what may be dates of birth, and where they stand. */
export function identifierWarningsIn(plan: NewPlan): readonly string[] {
  return textsOf(plan).flatMap(({ text, where }) => identifierWarnings(text, where));
}

interface PlacedText {
  readonly text: string;
  /** Within a sentence: "action 2 of recommendation 3.1". */
  readonly where: string;
}

function textsOf({ plan, agencies, versions, recommendations }: NewPlan): readonly PlacedText[] {
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
