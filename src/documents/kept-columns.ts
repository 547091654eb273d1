import type { PlanSettings } from "#plan/plan.ts";
import { type ColumnMeaning, columnMeanings } from "./column-meaning.ts";
import type { DocumentColumn } from "./plan-document.ts";

/**
 * What is known of columns from earlier documents, of the plans in their order; where two plans say otherwise of one
 * heading, the later one counts. A meaning that there is no more is left out.
 */
export function keptColumns(
  plans: readonly { readonly settings?: PlanSettings | undefined }[],
): readonly DocumentColumn[] {
  const kept = plans.flatMap(({ settings }) => settings?.columns ?? []);
  const known = kept.flatMap(({ heading, meaning }): [string, DocumentColumn][] => {
    const is = columnMeanings.find((each): each is ColumnMeaning => each === meaning);
    return is ? [[heading, { heading, meaning: is }]] : [];
  });
  return [...new Map(known).values()];
}
