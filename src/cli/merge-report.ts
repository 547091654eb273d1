import type { EditedDefinition, PlanDifferences } from "#plan/plan-differences.ts";
import type { Action, Plan } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import type { Merged } from "#usecases/merge-plan.ts";

/** What a document says otherwise than a plan, for whoever decides what of it is taken over. */
export function differencesReport(
  plan: Plan,
  { unchanged, progress, added, vanished, edited, reworded = [], notTheirs = [] }: PlanDifferences,
  speakerOf: (action: Action) => string | undefined,
): string {
  const lines = [
    `Plan ${plan.id}, "${plan.title}": ${counted(unchanged.length, "action")} as before.`,
    ...section("Progress", progress, ({ action, lines: said, ratingName }) => {
      const words = [...said, ...(ratingName ? [`Rating: ${ratingName}`] : [])].join(" / ");
      const speaker = speakerOf(action) ?? "as printed, since it is not certain who says it";
      return `${short(action.text)} (${speaker}): ${words}`;
    }),
    ...section(
      "New recommendations",
      added.recommendations,
      ({ ref, text }) => `${ref} ${short(text)}`,
    ),
    ...section("New actions", added.actions, ({ recommendation, action }) => {
      return `${recommendation.ref}, ${action.agencyAsPrinted}: ${short(action.text)}`;
    }),
    ...section("New versions", added.versions, ({ number }) => number),
    ...section("New findings", added.findings, ({ paragraph, text }) => {
      return `${paragraph} ${short(text)}`;
    }),
    ...section("Not in the document any more, left as they are", gone(vanished), (each) => each),
    ...section("Not this agency's to say, left out", notTheirs, short),
    ...section("Worded otherwise", edited, editInWords),
    ...section("Findings worded otherwise, left as they are", reworded, ({ is, now }) => {
      return `${is.paragraph} "${short(is.text)}" → "${short(now)}"`;
    }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

function gone({ recommendations, actions }: PlanDifferences["vanished"]): string[] {
  return [
    ...recommendations.map(({ ref, text }) => `Recommendation ${ref} ${short(text)}`),
    ...actions.map(({ agencyAsPrinted, text }) => `${agencyAsPrinted}: ${short(text)}`),
  ];
}

function editInWords(edit: EditedDefinition): string {
  const name = edit.what === "action" ? short(edit.is.text) : `Recommendation ${edit.is.ref}`;
  const fields = edit.fields.map(
    ({ field, was, now }) => `${field} "${short(was)}" → "${short(now)}"`,
  );
  return `${name}: ${fields.join("; ")}`;
}

function section<T>(title: string, items: readonly T[], inWords: (item: T) => string): string[] {
  if (items.length === 0) return [];
  return [`${title} (${items.length}):`, ...items.map((item) => `  ${inWords(item)}`)];
}

function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

/** What of it was written. */
export function mergeReport(plan: Plan, merged: Merged, edits: number): string {
  const { recommendations, actions, versions, findings, stated, printed, edited } = merged;
  const parts = [
    recommendations && counted(recommendations, "new recommendation"),
    actions && counted(actions, "new action"),
    versions && counted(versions, "new version"),
    findings && counted(findings, "new finding"),
    stated && `${counted(stated, "update")} of agencies`,
    printed && `progress of ${counted(printed, "action")} kept as printed`,
    edits && `${edited} of ${counted(edits, "edit")}`,
  ].filter(Boolean);
  const left = edits > edited ? " Take edits over with --accept-edits." : "";
  return `Plan ${plan.id}, "${plan.title}": ${parts.join(", ") || "nothing to write"}.${left}\n`;
}
