import type { Update } from "#plan/record.ts";

/** The columns of an item that is added through a form. */
export type Values = Readonly<Record<string, string | number | undefined>>;

/** As SharePoint takes them: every value is text, and what there is none of is left out. */
export function formValues(values: Values): { FieldName: string; FieldValue: string }[] {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([FieldName, value]) => ({ FieldName, FieldValue: String(value) }));
}

/** What an agency says, in the columns of `Updates`. */
export function statementValues(
  said: Pick<Update, "kind" | "rating" | "note" | "evidence" | "revisedDate" | "challengeId">,
): Values {
  return {
    Kind: said.kind,
    Rating: said.rating,
    Note: said.note,
    Evidence: said.evidence.length > 0 ? JSON.stringify(said.evidence) : undefined,
    EvidenceCount: said.evidence.length,
    RevisedDate: said.revisedDate,
    ChallengeId: said.challengeId,
  };
}
