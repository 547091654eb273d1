import type {
  DocumentAction,
  DocumentFinding,
  DocumentProblem,
  DocumentRecommendation,
  PlanDocument,
} from "#documents/plan-document.ts";
import { findBirthDates, findNhsNumbers } from "#plan/identifiers.ts";
import { formatDate, isIsoDate, monthEnd, type IsoDate } from "#plan/iso-date.ts";

/** `left-out`: it cannot be taken over as it is. `decide`: there is a choice. `know`: nothing has to be done. */
export type RowLevel = "left-out" | "decide" | "know";

export interface RowProblem {
  readonly level: RowLevel;
  /** "Two dates" */
  readonly what: string;
  /** What is done about it. */
  readonly why: string;
  /** The days to choose among. */
  readonly dates?: readonly IsoDate[];
}

export interface ReviewAction {
  /** "r2.a1": its place in the document, from 0. */
  readonly key: string;
  readonly action: DocumentAction;
  /** The day that is read; where several are printed, the last. */
  readonly due?: IsoDate | undefined;
  readonly problems: readonly RowProblem[];
}

export interface ReviewGroup {
  /** "r2" */
  readonly key: string;
  readonly recommendation: DocumentRecommendation;
  readonly problems: readonly RowProblem[];
  readonly actions: readonly ReviewAction[];
}

/** What was decided about a document before it is taken over. */
export interface Choices {
  /** Keys of the rows that are left out. */
  readonly leftOut: ReadonlySet<string>;
  /** The due day chosen for an action, by its key. */
  readonly due: ReadonlyMap<string, IsoDate>;
  /** The agency given to an action that names none. */
  readonly agency: ReadonlyMap<string, string>;
}

/** What a person says of one row; undefined takes an answer back. */
export type Decision =
  | { readonly what: "leftOut"; readonly answer: boolean }
  | { readonly what: "due"; readonly answer: IsoDate | undefined }
  | { readonly what: "agency"; readonly answer: string | undefined };

export const noChoices: Choices = { leftOut: new Set(), due: new Map(), agency: new Map() };

/** A document as it is shown before it is taken over: every row with what is to be known of it. */
export function reviewGroups({
  recommendations,
}: Pick<PlanDocument, "recommendations">): readonly ReviewGroup[] {
  return recommendations.map((recommendation, at) => {
    const key = `r${at}`;
    const { text, theme, outcome, anticipatedEvidence } = recommendation;
    return {
      key,
      recommendation,
      problems: identified([text, theme, outcome, anticipatedEvidence]),
      actions: recommendation.actions.map((action, index) => ({
        key: `${key}.a${index}`,
        action,
        due: datesOf(action).at(-1),
        problems: actionProblems(action),
      })),
    };
  });
}

/** What cannot be taken over as it is: somebody could be identified in it. */
export function refusedKeys(groups: readonly ReviewGroup[]): ReadonlySet<string> {
  const rows = groups.flatMap((group) => [group, ...group.actions]);
  return new Set(
    rows
      .filter(({ problems }) => problems.some(({ level }) => level === "left-out"))
      .map(({ key }) => key),
  );
}

/** The choices with what was said of the row with that key. */
export function withDecision(choices: Choices, key: string, said: Decision): Choices {
  if (said.what === "due") return { ...choices, due: withAnswer(choices.due, key, said.answer) };
  if (said.what === "agency")
    return { ...choices, agency: withAnswer(choices.agency, key, said.answer) };
  const leftOut = new Set(choices.leftOut);
  if (said.answer) leftOut.add(key);
  else leftOut.delete(key);
  return { ...choices, leftOut };
}

function withAnswer<T>(
  answers: ReadonlyMap<string, T>,
  key: string,
  answer: T | undefined,
): ReadonlyMap<string, T> {
  const next = new Map(answers);
  if (answer === undefined) next.delete(key);
  else next.set(key, answer);
  return next;
}

/** The document as it was decided: without what is left out, and with the chosen days and agencies. */
export function decided(document: PlanDocument, choices: Choices): PlanDocument {
  const { leftOut } = choices;
  const named = document.findings.filter(({ text }) => findNhsNumbers(text).length > 0);
  return {
    ...document,
    findings: document.findings.filter((finding) => !named.includes(finding)),
    problems: [...document.problems, ...named.map(leftOutFinding)],
    recommendations: document.recommendations.flatMap((recommendation, at) => {
      const key = `r${at}`;
      if (leftOut.has(key)) return [];
      const actions = recommendation.actions.flatMap((action, index) => {
        const own = `${key}.a${index}`;
        return leftOut.has(own) ? [] : [asChosen(action, own, choices)];
      });
      return [{ ...recommendation, actions }];
    }),
  };
}

function asChosen(action: DocumentAction, key: string, { due, agency }: Choices): DocumentAction {
  const day = due.get(key);
  const given = agency.get(key);
  return {
    ...action,
    ...(day !== undefined && { due: [day] }),
    ...(given !== undefined && { agencies: [given], agency: action.agency ?? given }),
  };
}

function leftOutFinding({ paragraph }: DocumentFinding): DocumentProblem {
  return {
    where: `Paragraph ${paragraph}`,
    what: "It is left out: there is an NHS number in it. Take it out of the document, then import it again.",
  };
}

function actionProblems(action: DocumentAction): readonly RowProblem[] {
  const { text, milestones, outcomeMeasure, measureOfSuccess, evidence, progress, notes, leads } =
    action;
  return [
    ...identified([
      text,
      milestones,
      outcomeMeasure,
      measureOfSuccess,
      evidence,
      progress,
      notes,
      action.agency,
      action.dueText,
      ...leads,
    ]),
    ...dateProblems(action),
    ...(action.agencies.length === 0
      ? [know("No agency", "Nobody can report on it until it has one.")]
      : []),
    ...(leads.length === 0 ? [know("No lead", "The check for missing owners will say so.")] : []),
  ];
}

function dateProblems(action: DocumentAction): readonly RowProblem[] {
  const dates = datesOf(action);
  const last = dates.at(-1);
  if (dates.length > 1 && last)
    return [
      {
        level: "decide",
        what: dates.length === 2 ? "Two dates" : `${dates.length} dates`,
        why: `All of it is taken to be due on ${formatDate(last)}. The words are kept.`,
        dates,
      },
    ];
  if (last) return [];
  return action.dueText
    ? [know("No date can be read", "The words are kept; the check for missing dates will say so.")]
    : [know("No date", "The check for missing dates will say so.")];
}

/** A month is due at its end. */
function datesOf({ due }: DocumentAction): readonly IsoDate[] {
  return due
    .flatMap((printed): IsoDate[] => {
      const month = /^(\d{4})-(\d{2})$/.exec(printed);
      if (month) return [monthEnd(Number(month[1]), Number(month[2]))];
      return isIsoDate(printed) ? [printed] : [];
    })
    .toSorted();
}

function identified(texts: readonly (string | undefined)[]): readonly RowProblem[] {
  const all = texts.filter((text) => text !== undefined);
  const born = all.some((text) => findBirthDates(text).length > 0);
  if (all.some((text) => findNhsNumbers(text).length > 0))
    return [
      {
        level: "left-out",
        what: "May identify a patient",
        why: "There is an NHS number in it. Take it out of the document, then import it again.",
      },
    ];
  return born
    ? [
        know(
          "There seems to be a date of birth",
          "Nobody may be identified in a plan. Leave the row out if it is one.",
        ),
      ]
    : [];
}

function know(what: string, why: string): RowProblem {
  return { level: "know", what, why };
}
