/** The papers that are written from a plan. */
export const paperKinds = [
  {
    kind: "highlight",
    name: "Highlight report",
    about:
      "One page with a chart: ratings by agency, what moved, what is past its date, what was agreed and closed, and what the checks found.",
  },
  {
    kind: "scrutiny",
    name: "Scrutiny pack",
    about: "Every question put to an agency, its answer, and the ratings claimed and agreed.",
  },
  {
    kind: "board",
    name: "Board cover sheet",
    about: "What the plan is and where it stands, with the fields that you fill in left empty.",
  },
] as const;

export type PaperKind = (typeof paperKinds)[number]["kind"];
