import type { Recommendation } from "./plan.ts";

/** A numbered paragraph of the regulator's report, and the recommendations that it says it led to. */
export interface Finding {
  /** "3.14", as the report numbers it. */
  readonly paragraph: string;
  readonly text: string;
  /** Refs, as printed. */
  readonly recommendations: readonly string[];
}

/**
 * The findings behind a recommendation, in the order of the report: those that its See-references name, and those that
 * name it. A reference that points nowhere finds nothing.
 */
export function findingsBehind(
  { ref, paragraphs }: Pick<Recommendation, "ref" | "paragraphs">,
  findings: readonly Finding[],
): readonly Finding[] {
  const named = new Set(paragraphs.map(plainNumber));
  return findings.filter(
    ({ paragraph, recommendations }) =>
      named.has(plainNumber(paragraph)) ||
      recommendations.map(plainNumber).includes(plainNumber(ref)),
  );
}

/** A number as it counts: "(3.14)," is 3.14. */
function plainNumber(printed: string): string {
  return printed.replaceAll(/[^\p{L}\p{N}.]/gu, "").replace(/^\.+|\.+$/g, "");
}
