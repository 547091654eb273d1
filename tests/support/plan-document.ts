import { cell, docx, type Markup, paragraph, row, table } from "./docx-builder.ts";

/** An action as the fixture prints it: agency "" where it is merged with the one above. */
interface FixtureAction {
  readonly agency: string;
  readonly text: string;
  readonly leads: string;
  readonly due: string;
  readonly progress: string;
}

interface FixtureRecommendation {
  readonly ref: string;
  readonly text: string;
  readonly see: string;
  readonly outcome: string;
  readonly evidence: string;
  readonly actions: readonly FixtureAction[];
}

interface FixtureGroup {
  readonly ref: string;
  readonly addressees: string;
  readonly recommendations: readonly FixtureRecommendation[];
}

function action(
  agency: string,
  text: string,
  leads: string,
  due: string,
  progress = "",
): FixtureAction {
  return { agency, text, leads, due, progress };
}

/** The plan of the fictional county of Marlshire: 6 recommendations, 15 actions. */
export const marlshirePlan: readonly FixtureGroup[] = [
  {
    ref: "1",
    addressees: "Marlshire Integrated Care Board (MICB) and Marlshire County Council (MCC) should:",
    recommendations: [
      {
        ref: "1.1",
        text: "Make sure that every practice knows when a child registered with it becomes looked after.",
        see: "(See 2.4 2.5)",
        outcome: "Practices know which of their patients are looked after.",
        evidence: "Template letters\nAudit of twenty records",
        actions: [
          action(
            "MICB/MCC",
            "Agree one notification form and who sends it.",
            "Designated nurse, MICB\nHead of permanence, MCC",
            "30 June 2026",
            "Form drafted and with practices for comment.",
          ),
          action("", "Tell all practices about the form.", "Named GP", "Complete by 31 July 2026"),
          action(
            "",
            "Audit twenty records for the form, and again after six months.",
            "Designated nurse, MICB",
            "31 October 2026\n30 April 2027",
          ),
        ],
      },
      {
        ref: "1.2",
        text: "Share the minutes of strategy meetings with every service that was there.",
        see: "(See 3.1)",
        outcome: "Everybody who attended holds the same record.",
        evidence: "Dip sample of meetings",
        actions: [
          action(
            "MCC",
            "Send minutes within five working days:\n• to health\n• to schools",
            "Head of assessment",
            "September 2026",
            "Started in two of five teams.",
          ),
          action(
            "MICB, MCC and Marlshire Police",
            "Check together that minutes arrive.",
            "Partnership manager",
            "Immediate",
          ),
        ],
      },
    ],
  },
  {
    ref: "2",
    addressees: "Marl Valley Hospitals NHS Trust (MVH):",
    recommendations: [
      {
        ref: "2.1",
        text: "Ask about children at home whenever an adult attends after harming themselves.",
        see: "(See 1.9 1.10)",
        outcome: "Children of adults at risk are seen.",
        evidence: "Audit report",
        actions: [
          action(
            "MVH Emergency Department",
            "Add the question to the booking form.",
            "Emergency matron",
            "31 May 2026",
            "Added on 12 May 2026.",
          ),
          action("", "Train all staff of the department.", "Practice educator", "31/08/2026"),
          action("", "Audit every attendance of one week.", "Named doctor", "To be agreed"),
        ],
      },
      {
        ref: "2.2",
        text: "Give midwives the same record wherever they work.",
        see: "(See 1.4)",
        outcome: "No midwife works without the whole record.",
        evidence: "Access report",
        actions: [
          action(
            "MVH Midwifery",
            "Issue tablets to community midwives.",
            "Head of midwifery",
            "31 March 2026",
            "Sixty of eighty issued.",
          ),
          action(
            "MVH/MICB",
            "Agree the funding of the rest.",
            "Chief finance officer",
            "1 May 2026",
          ),
        ],
      },
      {
        ref: "2.3",
        text: "Let paediatric liaison see every attendance under eighteen.",
        see: "",
        outcome: "No attendance goes without a second look.",
        evidence: "Liaison log",
        actions: [
          action(
            "MVH",
            "Extend the daily list to sixteen and seventeen year olds.",
            "Liaison nurse",
            "Complete",
            "In place.",
          ),
          action("MVH", "Review the list each quarter.", "Named nurse", "Quarterly"),
        ],
      },
      {
        ref: "2.4",
        text: "Show that training changed what people do.",
        see: "(See 5.2 5.3)",
        outcome: "Practice is safer after training.",
        evidence: "Survey before and after",
        actions: [
          action(
            "MVH",
            "Ask staff before training what they would do.",
            "Practice educator",
            "30 June 2026",
          ),
          action("", "Ask again after three months.", "Practice educator", "30 September 2026"),
          action(
            "Marlshire Police",
            "Join the survey.",
            "Detective inspector",
            "30 September 2026",
          ),
        ],
      },
    ],
  },
];

const headings = [
  "Agency/Service",
  "SMART* Action",
  "Lead Officer and Key Personnel",
  "Date of Action",
  "Progress, Evidence, Date, BRAG**",
];

/** A small but whole composite plan as a .docx: cover, key, version control, recommendations. */
export function planDocument(): Uint8Array {
  return docx([...frontMatter(), ...marlshirePlan.flatMap(groupMarkup)]);
}

function frontMatter(): Markup[] {
  return [
    paragraph("Review of Services for Children in Marlshire", { bold: true }),
    paragraph(""),
    paragraph("Care Quality Commission Review", { bold: true }),
    paragraph("2 – 6 February 2026", { bold: true }),
    paragraph(""),
    paragraph("ACTION PLAN", { bold: true }),
    paragraph("Recommendation 1\t2", { style: "TOC1" }),
    paragraph(
      "The report was published 16 March 2026. The plan is to be sent to CQC by 15 April 2026.",
    ),
    paragraph("** Progress of actions", { bold: true }),
    table([
      row([cell("BLUE", { shade: "0070C0" }), "= The action is complete."]),
      row([cell("GREEN", { shade: "00B050" }), "= The action is on target."]),
      row([cell("AMBER", { shade: "FFC000" }), "= The action is off target with remedial action."]),
      row([cell("RED", { shade: "FF0000" }), "= The action has yet to be started."]),
    ]),
    paragraph("Version Control", { style: "Heading1" }),
    table([
      row(["Version", "Date", "Author", "Action", "Comment"], { header: true }),
      row(["1.", "20 March 2026", "Plan owner", "Template sent to all agencies", ""]),
      row(["2.", "10 April 2026", "Plan owner", "Answers merged", "To CQC by 15 April 2026"]),
    ]),
  ];
}

function groupMarkup({ ref, addressees, recommendations }: FixtureGroup): Markup[] {
  return [
    paragraph(`Recommendation ${ref}`, { style: "Heading1" }),
    paragraph(addressees, { bold: true }),
    ...recommendations.flatMap(recommendationMarkup),
  ];
}

function recommendationMarkup(recommendation: FixtureRecommendation): Markup[] {
  const { ref, text, see, outcome, evidence, actions } = recommendation;
  return [
    paragraph(`Recommendation ${ref}`, { style: "Heading2" }),
    paragraph(text, { italic: true }),
    ...(see ? [paragraph(see)] : []),
    table([
      row([cell(`Outcome: ${outcome}`, { span: 5 })]),
      row(
        headings.map((heading) => cell(heading, { bold: true, shade: "BFBFBF" })),
        {
          header: true,
        },
      ),
      ...actions.map((each, index) => actionMarkup(each, actions[index + 1]?.agency === "")),
      row([cell(`Anticipated Evidence:\n${evidence}`, { span: 5 })]),
    ]),
  ];
}

function actionMarkup(
  { agency, text, leads, due, progress }: FixtureAction,
  above: boolean,
): Markup {
  const merge = agency === "" ? ("goes on" as const) : above && ("begins" as const);
  return row(
    [cell(agency, merge ? { merge } : {}), text, leads, due, progress].map((each) => each),
  );
}
