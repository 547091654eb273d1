/** What a column of a plan table may hold. */
export const columnMeanings = [
  "ref",
  "recommendation",
  "paragraphs",
  "theme",
  "timescale",
  "addressees",
  "outcome",
  "agency",
  "action",
  "lead",
  "milestones",
  "outcomeMeasure",
  "measureOfSuccess",
  "evidence",
  "anticipatedEvidence",
  "due",
  "status",
  "rating",
  "proposed",
  "agreed",
  "closed",
  "links",
  "progress",
  "unfamiliar",
] as const;

/** "unfamiliar" is none that plans use: it is kept as a note with its heading. */
export type ColumnMeaning = (typeof columnMeanings)[number];
