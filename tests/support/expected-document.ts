import type {
  DocumentAction,
  DocumentFinding,
  DocumentPlan,
  DocumentRecommendation,
} from "#documents/plan-document.ts";
import { linesOf } from "#documents/write/clean-text.ts";
import { evidenceWords } from "#documents/write/progress-lines.ts";
import { type PrintedAction, printedAction } from "#documents/write/printed-action.ts";
import { vagueDates } from "./random-plans.ts";
import type { ActionOnDate, PlanOnDate } from "#plan/plan-on-date.ts";

/** What reading must find in a document, or in a sheet of actions, that this plan was written to. */
export function expectedRecommendations(
  plan: PlanOnDate,
  form: "document" | "sheet",
): Partial<DocumentRecommendation>[] {
  return plan.recommendations.map(({ recommendation, actions }) => ({
    ref: recommendation.ref,
    text: words(recommendation.text) ?? "",
    addressees: recommendation.addressees,
    paragraphs: recommendation.paragraphs,
    ...present({
      timescale: words(recommendation.timescale),
      theme: words(recommendation.theme),
      outcome: words(recommendation.outcome),
      anticipatedEvidence: words(recommendation.anticipatedEvidence),
    }),
    actions: actions.map((each) => expectedAction(plan, each, form)),
  }));
}

function expectedAction(
  plan: PlanOnDate,
  shown: ActionOnDate,
  form: "document" | "sheet",
): DocumentAction {
  const { action } = shown;
  const printed = printedAction(plan, shown);
  const dueText = printed.due.join("\n");
  return {
    agency: printed.agency.join("\n"),
    agencies: action.agencies,
    text: words(action.text) ?? "",
    leads: printed.leads,
    due: vagueDates[action.dueAsPrinted] ?? (action.due ? [action.due] : []),
    ...present({
      dueText: dueText || undefined,
      milestones: words(action.milestones),
      outcomeMeasure: words(action.outcomeMeasure),
      measureOfSuccess: words(action.measureOfSuccess),
      evidence: words(action.evidenceExpected),
      progress: printed.progress.join("\n") || undefined,
      notes: words(action.notesAsPrinted),
      ...expectedRating(plan, printed, form),
      links: expectedLinks(printed),
    }),
  };
}

/** A document prints what the agency proposes where that is something else; a sheet has a column for it. */
function expectedRating(
  { plan: { scheme } }: PlanOnDate,
  { rating, agreed, proposed, closed }: PrintedAction,
  form: "document" | "sheet",
) {
  const known = scheme.ratings.map(({ id }) => id);
  const isPrinted = form === "sheet" || (agreed !== undefined && agreed.id !== proposed.id);
  const isAgreed = agreed !== undefined && known.includes(rating.id);
  const standing = isAgreed ? ("agreed" as const) : undefined;
  return {
    rating: known.includes(rating.id) ? rating.name : undefined,
    standing: closed ? ("closed" as const) : standing,
    proposed: isPrinted && known.includes(proposed.id) ? proposed.name : undefined,
  };
}

/** What is linked twice is listed once. */
function expectedLinks({ links }: PrintedAction): DocumentAction["links"] {
  const all = links.map((link) => ({ words: evidenceWords(link), url: link.url }));
  const once = new Map(all.map((each) => [`${each.words} ${each.url}`, each]));
  return once.size > 0 ? [...once.values()] : undefined;
}

export function expectedFindings({ findings = [] }: PlanOnDate): readonly DocumentFinding[] {
  return findings.map((each) => ({ ...each, text: words(each.text) ?? "" }));
}

export function expectedPlan({ plan, versions }: PlanOnDate): DocumentPlan {
  return {
    title: linesOf(plan.title).join(" ").replaceAll(/\s+/g, " "),
    regulator: linesOf(plan.regulator).join(" "),
    ...present({
      inspectionFrom: plan.inspectionFrom,
      inspectionTo: plan.inspectionTo,
      published: plan.published,
      submissionDue: plan.submissionDue,
    }),
    ratingScheme: plan.scheme.ratings.map(({ name, definition, meaning }) => ({
      name,
      definition,
      ...(meaning && { meaning }),
    })),
    ...(versions.length > 0 && {
      versions: versions.map((version) => ({
        number: version.number,
        ...present({
          date: version.date ?? words(version.dateAsPrinted),
          author: words(version.author),
          ...partsOf(version.comment),
          circulatedTo: words(version.circulatedTo),
        }),
      })),
    }),
  };
}

/** Version control prints what was done, and a comment beside it. */
function partsOf(printed: string) {
  const [action, ...comment] = `\n${words(printed) ?? ""}`.split("\nComment: ");
  return { action: words(action), comment: words(comment.join("\nComment: ")) };
}

function words(typed: string | undefined): string | undefined {
  return linesOf(typed).join("\n") || undefined;
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
