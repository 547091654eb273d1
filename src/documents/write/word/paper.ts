import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
} from "docx";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { formatDate } from "#plan/iso-date.ts";
import { titleOf } from "../about-plan.ts";
import { styles } from "./styles.ts";

interface Paper {
  /** "Highlight report" */
  readonly name: string;
  readonly plan: PlanOnDate;
  readonly landscape?: boolean;
  readonly children: readonly FileChild[];
}

const margin = 850;

/** Between the margins of an upright A4 page, in twentieths of a point. */
export const uprightWidth = 11_906 - 2 * margin;

/** A paper for a board or a committee as a Word document (.docx), A4, in British English, named and with page numbers. */
export async function writePaper({
  name,
  plan,
  landscape = false,
  children,
}: Paper): Promise<Uint8Array> {
  const title = `${name}: ${titleOf(plan)}`;
  const file = new Document({
    title,
    creator: "Inspection Action Plan",
    lastModifiedBy: "Inspection Action Plan",
    description: `The plan as it stood on ${plan.day}`,
    styles,
    sections: [
      {
        properties: { page: pageOf(landscape) },
        footers: { default: footer(title) },
        children: [...children],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function pageOf(landscape: boolean) {
  return {
    size: {
      orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
      width: 11_906,
      height: 16_838,
    },
    margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 400 },
  };
}

function footer(title: string): Footer {
  const pages = ["    Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ size: 16, children: [title, ...pages] })],
      }),
    ],
  });
}

/** The paper's title, and the plan and day that it is about. */
export function paperHead(name: string, plan: PlanOnDate): readonly FileChild[] {
  const { regulator, version } = plan.plan;
  const about = [
    regulator,
    version === undefined ? "" : `version ${version}`,
    `as it stood on ${formatDate(plan.day)}`,
  ];
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      spacing: { before: 0, after: 40 },
      children: [new TextRun({ text: name, size: 40 })],
    }),
    new Paragraph({
      spacing: { after: 20 },
      children: [new TextRun({ text: titleOf(plan), size: 24, bold: true })],
    }),
    new Paragraph({
      spacing: { after: 120 },
      children: [new TextRun({ text: about.filter(Boolean).join(" · "), size: 18 })],
    }),
  ];
}

/** A heading of a paper: smaller than a plan's, so that a page holds more. */
export function paperHeading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    spacing: { before: 140, after: 40 },
    children: [new TextRun({ text, size: 22 })],
  });
}
