import type { Action, Recommendation } from "#plan/plan.ts";

type Values = Readonly<Record<string, string | number | undefined>>;

/** A recommendation in the columns of its list. */
export function recommendationValues(item: Omit<Recommendation, "id">): Values {
  return {
    Title: item.ref,
    Position: item.order,
    Text: item.text,
    Addressees: item.addressees.join("\n"),
    Timescale: item.timescale,
    Theme: item.theme,
    Paragraphs: item.paragraphs.join("\n"),
    Outcome: item.outcome,
    AnticipatedEvidence: item.anticipatedEvidence,
  };
}

/** An action in the columns of its list. */
export function actionValues(item: Omit<Action, "id">): Values {
  return {
    Title: item.text.slice(0, 100),
    RecommendationId: item.recommendationId,
    Position: item.order,
    Text: item.text,
    Agencies: item.agencies.join("\n"),
    AgencyAsPrinted: item.agencyAsPrinted,
    Leads: item.leads.join("\n"),
    Due: item.due,
    DueAsPrinted: item.dueAsPrinted,
    Milestones: item.milestones,
    OutcomeMeasure: item.outcomeMeasure,
    MeasureOfSuccess: item.measureOfSuccess,
    EvidenceExpected: item.evidenceExpected,
    ProgressAsPrinted: item.progressAsPrinted,
    NotesAsPrinted: item.notesAsPrinted,
  };
}
