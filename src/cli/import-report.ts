import type { DocumentProblem, PlanDocument } from "#documents/plan-document.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import { counted } from "#plan/words.ts";
import type { Imported } from "#usecases/import-plan.ts";

export function problemsReport(problems: readonly DocumentProblem[]): string {
  return problems.map(({ where, what }) => `${where}: ${what}\n`).join("");
}

/** A paper of questions is shown: the lists hold plans, and a question is put to an agency by a person. */
export function questionsReport({ questions, problems }: PlanDocument): string {
  const lines = questions.map(({ agency, recommendations, ratingStated, text }) => {
    const about = [agency, recommendations.join(", "), ratingStated].filter(Boolean).join(" · ");
    return `${about}\n  ${text.replaceAll("\n", "\n  ")}\n`;
  });
  const count = counted(questions.length, "question");
  return `${lines.join("")}${problemsReport(problems)}${count}. Nothing was written: questions are put to agencies in the tab, or by action-plan challenge --from FILE.\n`;
}

export function wouldImport(read: NewPlan): string {
  const { plan, recommendations, agencies, versions, findings = [] } = read;
  const actions = recommendations.flatMap((each) => each.actions).length;
  const parts = [
    counted(recommendations.length, "recommendation"),
    counted(actions, "action"),
    counted(versions.length, "version"),
    counted(agencies.length, "agency", "agencies"),
    ...(findings.length > 0 ? [counted(findings.length, "finding")] : []),
  ];
  return `Would import "${plan.title}" as a new plan: ${parts.join(", ")}. Nothing was written.\n`;
}

export function importReport(
  title: string,
  { planId, recommendations, actions, versions, findings }: Imported,
): string {
  const parts = [
    `${recommendations.of} recommendations (${recommendations.added} new)`,
    `${actions.of} actions (${actions.added} new)`,
    `${versions.of} versions (${versions.added} new)`,
    ...(findings.of > 0 ? [`${findings.of} findings (${findings.added} new)`] : []),
  ];
  return `Plan ${planId}, "${title}": ${parts.join(", ")}.\n`;
}
