import { compareWords } from "#plan/changes-in-words.ts";
import type { EditedDefinition } from "#plan/plan-differences.ts";
import { memo } from "react";

const fieldNames: Readonly<Record<string, string>> = {
  text: "Text",
  addressees: "Addressees",
  paragraphs: "See",
  timescale: "Timescale",
  theme: "Theme",
  outcome: "Outcome",
  anticipatedEvidence: "Anticipated evidence",
  agencyAsPrinted: "Agency",
  leads: "Lead",
  dueAsPrinted: "Date",
  milestones: "Milestones",
  outcomeMeasure: "Outcome measure",
  measureOfSuccess: "Measure of success",
  evidenceExpected: "Evidence",
  notesAsPrinted: "Notes",
};

/** How a document words something otherwise, field by field. */
export const Edits = memo(function Edits({ edit }: { readonly edit: EditedDefinition }) {
  return edit.fields.map(({ field, was, now }) => (
    <p key={field} className="import-printed">
      <strong>{fieldNames[field] ?? field}: </strong>
      {compareWords(was, now).map(({ kind, words }, index) => {
        if (kind === "gone") return <del key={index}>{words}</del>;
        return kind === "new" ? <ins key={index}>{words}</ins> : words;
      })}
    </p>
  ));
});
