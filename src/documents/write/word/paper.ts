import { type FileChild, HeadingLevel, Paragraph, TextRun } from "docx";
import type { PlanOnDate } from "#plan/plan-on-date.ts";
import { formatDate } from "#plan/iso-date.ts";
import { titleOf } from "../about-plan.ts";
import { usualMargin, writeWordDocument } from "./document.ts";

interface Paper {
  /** "Highlight report" */
  readonly name: string;
  readonly plan: PlanOnDate;
  readonly landscape?: boolean;
  readonly children: readonly FileChild[];
}

/** Between the margins of an upright A4 page, in twentieths of a point. */
export const uprightWidth = 11_906 - 2 * usualMargin;

/** A paper for a board or a committee as a Word document (.docx), named and with page numbers. */
export function writePaper({
  name,
  plan,
  landscape = false,
  children,
}: Paper): Promise<Uint8Array> {
  const title = `${name}: ${titleOf(plan)}`;
  const about = `The plan as it stood on ${plan.day}`;
  return writeWordDocument({ title, about, landscape, foot: title, children });
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
