import type {
  DocumentAction,
  DocumentPlan,
  DocumentRecommendation,
} from "#documents/plan-document.ts";
import { linesOf } from "#documents/write/clean-text.ts";
import { printedAction } from "#documents/write/printed-action.ts";
import type { ActionOnDate, PlanOnDate } from "#plan/plan-on-date.ts";

/** What reading must find in a document that this plan was written to. */
export function expectedRecommendations(plan: PlanOnDate): Partial<DocumentRecommendation>[] {
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
    actions: actions.map((each) => expectedAction(plan, each)),
  }));
}

function expectedAction(plan: PlanOnDate, shown: ActionOnDate): DocumentAction {
  const { action } = shown;
  const printed = printedAction(plan, shown);
  const rated = plan.plan.scheme.ratings.some(({ id }) => id === printed.rating.id);
  const dueText = printed.due.join("\n");
  return {
    agency: printed.agency.join("\n"),
    agencies: action.agencies,
    text: words(action.text) ?? "",
    leads: printed.leads,
    due: action.due ? [action.due] : [],
    ...present({
      dueText: dueText || undefined,
      milestones: words(action.milestones),
      outcomeMeasure: words(action.outcomeMeasure),
      measureOfSuccess: words(action.measureOfSuccess),
      evidence: words(action.evidenceExpected),
      progress: printed.progress.join("\n") || undefined,
      notes: words(action.notesAsPrinted),
      rating: rated ? printed.rating.name : undefined,
    }),
  };
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
          date: version.date,
          author: words(version.author),
          comment: words(version.comment),
        }),
      })),
    }),
  };
}

function words(typed: string | undefined): string | undefined {
  return linesOf(typed).join("\n") || undefined;
}

function present<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> };
function present(fields: object): object {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
