import type { PaperKind } from "#documents/write/paper-writers.ts";

interface AboutPaper {
  readonly kind: PaperKind;
  readonly name: string;
  readonly about: string;
  /** What its file is called, before the day. */
  readonly file: string;
}

/** The papers that are written from a plan. */
export const papersToMake: readonly AboutPaper[] = [
  {
    kind: "highlight",
    name: "Highlight report",
    about:
      "One page with a chart: ratings by agency, what moved, what is past its date, what was agreed and closed, and what the checks found.",
    file: "highlight-report",
  },
  {
    kind: "scrutiny",
    name: "Scrutiny pack",
    about: "Every question put to an agency, its answer, and the ratings claimed and agreed.",
    file: "scrutiny-pack",
  },
  {
    kind: "board",
    name: "Board cover sheet",
    about: "What the plan is and where it stands, with the fields that you fill in left empty.",
    file: "board-cover-sheet",
  },
];
