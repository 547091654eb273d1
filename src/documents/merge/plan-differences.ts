import type { Finding } from "#plan/finding.ts";
import type { NewAction, NewPlan, NewRecommendation } from "#plan/new-plan.ts";
import type { ActionOnDate, PlanOnDate, RecommendationOnDate } from "#plan/plan-on-date.ts";
import type { Agency, Recommendation } from "#plan/plan.ts";
import type {
  AddedAction,
  EditedDefinition,
  PlanDifferences,
  ProgressDifference,
  RewordedFinding,
} from "#plan/plan-differences.ts";
import { actionEdits, recommendationEdits } from "./field-edits.ts";
import { freshProgress } from "./fresh-progress.ts";
import { likeness, plainWords } from "./likeness.ts";
import { paired } from "./pair.ts";

/**
 * What a document says otherwise than the plan. `plan` is the plan as it stands today, with its whole record
 * (`exportPlan` gives it), `findings` those that it has; `read` has its agencies under the names that the plan knows (`withKnownAgencies`). With
 * `part`, the document is that agency's part: only its actions are taken, no others are missed, and what it says of
 * others is listed. Pure.
 */
export function planDifferences(
  plan: PlanOnDate,
  read: NewPlan,
  {
    part,
    findings = [],
  }: { readonly part?: Agency | undefined; readonly findings?: readonly Finding[] } = {},
): PlanDifferences {
  const isOwn: IsOwn = ({ agencies }) => part === undefined || agencies.includes(part.shortName);
  const { pairs, onlyOne, onlyOther } = pairedRecommendations(plan, read);
  const actions = pairs.map(([is, said]) => differencesIn(plan, is, said, isOwn));
  const edits = part === undefined ? pairs.flatMap(editOfRecommendation) : [];
  const notTheirs = part === undefined ? [] : saidOfOthers(plan, { pairs, onlyOther }, isOwn);
  const reworded = rewordedFindings(read, findings);
  const known = plan.versions.map(({ number }) => number);
  return {
    unchanged: actions.flatMap(({ unchanged }) => unchanged),
    progress: actions.flatMap(({ progress }) => progress),
    added: {
      recommendations: part === undefined ? onlyOther : [],
      actions: actions.flatMap(({ added }) => added),
      versions:
        part === undefined ? read.versions.filter(({ number }) => !known.includes(number)) : [],
      findings: freshFindings(read, findings),
    },
    vanished: {
      recommendations:
        part === undefined ? onlyOne.map(({ recommendation }) => recommendation) : [],
      actions: [
        ...actions.flatMap(({ vanished }) => vanished),
        ...onlyOne.flatMap((each) => each.actions.map(({ action }) => action)),
      ].filter((action) => !isReport(read) && isOwn(action)),
    },
    edited: [...edits, ...actions.flatMap(({ edited }) => edited)],
    ...(reworded.length > 0 && { reworded }),
    ...(notTheirs.length > 0 && { notTheirs }),
  };
}

/** Recommendations that are new or worded otherwise, and actions of other agencies that say anything new. */
function saidOfOthers(
  plan: PlanOnDate,
  { pairs, onlyOther }: Pick<ReturnType<typeof pairedRecommendations>, "pairs" | "onlyOther">,
  isOwn: IsOwn,
): readonly string[] {
  const recommendations = [
    ...onlyOther,
    ...pairs
      .flatMap(editOfRecommendation)
      .flatMap(({ what, read }) => (what === "recommendation" ? [read] : [])),
  ];
  const actions = pairs.flatMap(([is, said]) => {
    const others = differencesIn(plan, is, said, (action) => !isOwn(action));
    return [
      ...others.added.map(({ action }) => action),
      ...others.progress.map(({ action }) => action),
      ...others.edited.flatMap((edit) => (edit.what === "action" ? [edit.read] : [])),
    ];
  });
  const words = [
    ...recommendations.map(({ ref, text }) => `Recommendation ${ref} ${text}`),
    ...actions.map(({ agencyAsPrinted, text }) => `${agencyAsPrinted}: ${text}`),
  ];
  return [...new Set(words)];
}

type IsOwn = (action: { readonly agencies: readonly string[] }) => boolean;

/** A report recommends and says nothing of actions: it misses none. */
function isReport({ recommendations }: NewPlan): boolean {
  return recommendations.every(({ actions }) => actions.length === 0);
}

/** A paragraph is known by its number. */
function freshFindings(read: NewPlan, known: readonly Finding[]): readonly Finding[] {
  const numbers = new Set(known.map(({ paragraph }) => paragraph));
  return (read.findings ?? []).filter(({ paragraph }) => !numbers.has(paragraph));
}

function rewordedFindings(read: NewPlan, known: readonly Finding[]): readonly RewordedFinding[] {
  const said = new Map((read.findings ?? []).map(({ paragraph, text }) => [paragraph, text]));
  return known.flatMap((is) => {
    const now = said.get(is.paragraph);
    return now === undefined || plainWords(now) === plainWords(is.text) ? [] : [{ is, now }];
  });
}

/** The same words are surer than the same number: a document without numbers gets some by counting. */
function pairedRecommendations({ recommendations }: PlanOnDate, read: NewPlan) {
  return paired<RecommendationOnDate, NewRecommendation>(recommendations, read.recommendations, [
    {
      by: ({ recommendation: { ref, text } }) => refAndText(ref, text),
      and: ({ ref, text }) => refAndText(ref, text),
    },
    {
      by: ({ recommendation: { text } }) => plainWords(text) || undefined,
      and: ({ text }) => plainWords(text),
    },
    { by: ({ recommendation: { ref } }) => plainWords(ref), and: ({ ref }) => plainWords(ref) },
    { alike: (one, { text }) => likeness(one.recommendation.text, text), enough: 0.7 },
  ]);
}

function editOfRecommendation([{ recommendation: is }, read]: readonly [
  RecommendationOnDate,
  NewRecommendation,
]): EditedDefinition[] {
  const fields = recommendationEdits(is, read);
  return fields.length > 0 ? [{ what: "recommendation", is, read, fields }] : [];
}

interface InRecommendation {
  readonly unchanged: PlanDifferences["unchanged"];
  readonly progress: readonly ProgressDifference[];
  readonly added: readonly AddedAction[];
  readonly vanished: PlanDifferences["unchanged"];
  readonly edited: readonly EditedDefinition[];
}

function differencesIn(
  plan: PlanOnDate,
  { recommendation, actions }: RecommendationOnDate,
  said: NewRecommendation,
  isOwn: IsOwn,
): InRecommendation {
  const { pairs, onlyOne, onlyOther } = pairedActions(
    actions.filter(({ action }) => isOwn(action)),
    said.actions.filter(isOwn),
  );
  const told = pairs.map(([shown, read]) => ({
    action: shown.action,
    read,
    progress: freshProgress(plan, shown, read),
    fields: actionEdits(shown, read),
  }));
  return {
    unchanged: told
      .filter(({ progress, fields }) => !progress && fields.length === 0)
      .map(({ action }) => action),
    progress: told.flatMap(({ progress }) => progress ?? []),
    edited: told.flatMap(({ action: is, read, fields }): EditedDefinition[] =>
      fields.length > 0 ? [{ what: "action", is, read, fields }] : [],
    ),
    added: addedUnder(recommendation, onlyOther, said),
    vanished: onlyOne.map(({ action }) => action),
  };
}

/** What an import of the whole document counts: of equal actions each is another one. */
function addedUnder(
  recommendation: Recommendation,
  fresh: readonly NewAction[],
  { actions }: NewRecommendation,
): readonly AddedAction[] {
  if (fresh.length === 0) return [];
  const seen = new Map<string, number>();
  const places = new Map(
    actions.map((action) => {
      const words = JSON.stringify([action.agencyAsPrinted, action.text]);
      const nth = (seen.get(words) ?? 0) + 1;
      seen.set(words, nth);
      return [action, nth];
    }),
  );
  return fresh.map((action) => ({ recommendation, action, nth: places.get(action) ?? 1 }));
}

/** By agency and words; then by words; then by agency and most of its words, which is an edit. */
function pairedActions(actions: readonly ActionOnDate[], read: readonly NewAction[]) {
  return paired<ActionOnDate, NewAction>(actions, read, [
    { by: ({ action }) => agenciesAndText(action), and: agenciesAndText },
    {
      by: ({ action }) => plainWords(action.text) || undefined,
      and: ({ text }) => plainWords(text),
    },
    { alike: ({ action }, other) => sameWork(action, other), enough: 0.6 },
  ]);
}

function sameWork(
  one: Pick<NewAction, "agencies" | "text">,
  other: Pick<NewAction, "agencies" | "text">,
): number {
  const shares = one.agencies.some((agency) => other.agencies.includes(agency));
  return shares ? likeness(one.text, other.text) : 0;
}

function refAndText(ref: string, text: string): string {
  return `${plainWords(ref)}\n${plainWords(text)}`;
}

function agenciesAndText({ agencies, text }: Pick<NewAction, "agencies" | "text">): string {
  return `${agencies.toSorted().join("\n")}\n\n${plainWords(text)}`;
}
