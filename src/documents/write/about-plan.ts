import { formatDate, isIsoDate } from "#plan/iso-date.ts";
import type { Plan, PlanVersion } from "#plan/plan.ts";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { cleanText, linesOf } from "./clean-text.ts";

/** The plan's title as one line, one blank between words. */
export function titleOf({ plan }: PlanOnDate): string {
  return linesOf(plan.title).join(" ").replaceAll(/\s+/g, " ");
}

/** What stands under the title: regulator, dates, version, and which day and whose part this is. */
export function aboutPlan({ plan, day, agency }: PlanOnDate): readonly string[] {
  return [
    "Inspection action plan",
    ...labelledFacts(plan),
    ...(plan.version ? [`Version ${cleanText(plan.version)}`] : []),
    ...(agency ? [`The actions of ${linesOf(agency.name).join(" ")}`] : []),
    `As it stood on ${formatDate(day)}`,
  ];
}

function labelledFacts(plan: Plan): readonly string[] {
  const { inspectionFrom: from, inspectionTo: to, published, submissionDue } = plan;
  const isRange = from !== undefined && to !== undefined && from !== to;
  const day = from ?? to;
  const facts: readonly (readonly [label: string, value: string | undefined])[] = [
    ["Regulator", linesOf(plan.regulator).join(" ")],
    isRange
      ? ["Inspection", `${formatDate(from)} to ${formatDate(to)}`]
      : ["Date of inspection", day && formatDate(day)],
    ["Report published", published && formatDate(published)],
    ["Submission due", submissionDue && formatDate(submissionDue)],
  ];
  return facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
}

/** The columns of version control; who a version went to has one where one version says it. */
export function versionHeadings(versions: readonly PlanVersion[]): readonly string[] {
  return [
    "Version",
    "Date",
    "Author",
    "Comment",
    ...(areCirculated(versions) ? ["Circulated to"] : []),
  ];
}

/** The cells under those headings. The date is as it was printed; a bare ISO date as people write it. */
export function versionRows(
  versions: readonly PlanVersion[],
): readonly (readonly (readonly string[])[])[] {
  const circulated = areCirculated(versions);
  return versions.map(({ number, date, dateAsPrinted, author, comment, circulatedTo }) => {
    const printed = linesOf(dateAsPrinted);
    const isBare = printed.length === 0 || isIsoDate(printed.join(" "));
    return [
      linesOf(number),
      date && isBare ? [formatDate(date)] : printed,
      linesOf(author),
      linesOf(comment),
      ...(circulated ? [linesOf(circulatedTo)] : []),
    ];
  });
}

function areCirculated(versions: readonly PlanVersion[]): boolean {
  return versions.some(({ circulatedTo }) => linesOf(circulatedTo).length > 0);
}
