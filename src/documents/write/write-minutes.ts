import { AlignmentType, Document, Footer, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { Minutes } from "#plan/minutes.ts";
import { attendance, itemPart, minutesHead, notReached } from "./word/minutes.ts";
import { styles } from "./word/styles.ts";

const margin = 1134;
const page = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: margin, bottom: margin, left: margin, right: margin, footer: 560 },
};

/**
 * The minutes of a meeting as a Word document (.docx): present and apologies, then item by item what was asked, answered
 * and decided, with who and when. Headings and the first rows of tables are told to screen readers. Runs in Node and in
 * the browser.
 */
export async function writeMinutes(minutes: Minutes): Promise<Uint8Array> {
  const day = formatDate(dayOf(minutes.meeting.starts));
  const file = new Document({
    title: `Minutes of the peer-challenge meeting, ${day}`,
    creator: "Inspection Action Plan",
    lastModifiedBy: "Inspection Action Plan",
    description: "What was asked, answered and decided",
    styles,
    sections: [
      {
        properties: { page },
        footers: { default: footer(day) },
        children: [
          ...minutesHead(minutes),
          ...attendance(minutes),
          ...minutes.items.flatMap(itemPart),
          ...notReached(minutes),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

function footer(day: string): Footer {
  const children = ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES];
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        children: [
          new TextRun({ text: `Peer-challenge meeting of ${day}    `, size: 16 }),
          new TextRun({ size: 16, children }),
        ],
      }),
    ],
  });
}
