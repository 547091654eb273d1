import { type FileChild, HeadingLevel, Paragraph } from "docx";
import { dayOf, formatDate, type IsoInstant } from "#plan/iso-date.ts";
import type { Party } from "#plan/meeting-rules.ts";
import type { Minutes, MinutesItem, MinutesLine, MinutesPart } from "#plan/minutes.ts";
import type { Action } from "#plan/plan.ts";
import { cleanText, linesOf } from "../clean-text.ts";
import { bodyRow, headingRow, linesOfRow, tableOf, textCell } from "./table.ts";
import { labelled, paragraphsOf } from "./text.ts";

/** Of a portrait A4 page with margins of 2 cm, in twentieths of a point. */
const textWidth = 9638;

/** Title, plan, when, who led and recorded. */
export function minutesHead({ plan, meeting }: Minutes): readonly FileChild[] {
  const { starts, ended, chair, secretary } = meeting;
  const until = ended === undefined ? "" : ` to ${timeOf(ended)}`;
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      text: "Minutes of the peer-challenge meeting",
    }),
    ...paragraphsOf(linesOf(plan.title), { style: "CoverLine" }),
    ...labelled("Held", [`${formatDate(dayOf(starts))}, from ${timeOf(starts)}${until}`], "Beside"),
    ...labelled("Chair", linesOf(chair.name), "Beside"),
    ...labelled("Secretary", linesOf(secretary?.name), "Beside"),
  ];
}

const attendanceColumns = [
  { heading: "Agency", weight: 24 },
  { heading: "Present", weight: 43 },
  { heading: "Apologies", weight: 33 },
];

/** Who came and who sent apologies. */
export function attendance({ parties }: Minutes): readonly FileChild[] {
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_2,
    text: "Present and apologies",
  });
  if (parties.length === 0) return [heading, new Paragraph("Nobody wrote down who was present.")];
  return [
    heading,
    tableOf(attendanceColumns, [headingRow(attendanceColumns), ...parties.map(partyRow)], {
      width: textWidth,
    }),
  ];
}

function partyRow({ agency, present, apologies }: Party) {
  return bodyRow(
    [
      textCell(linesOf(agency)),
      textCell(present.flatMap(linesOf)),
      textCell(apologies.flatMap(linesOf)),
    ],
    0,
  );
}

/** One item of the meeting: what it was about, then what was asked, answered and decided, with who and when. */
export function itemPart({ recommendation, parts }: MinutesItem): readonly FileChild[] {
  const ref = linesOf(recommendation.ref).join(" ");
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: `Recommendation ${ref}` }),
    ...paragraphsOf(linesOf(recommendation.text), { style: "RecommendationText" }),
    ...parts.flatMap(partOf),
  ];
}

const saidColumns = [
  { heading: "Time", weight: 9 },
  { heading: "What", weight: 21 },
  { heading: "In words", weight: 48 },
  { heading: "Recorded by", weight: 22 },
];

function partOf({ action, lines }: MinutesPart): readonly FileChild[] {
  return [
    ...(action ? labelled("Action", [actionLine(action)], "Beside") : []),
    tableOf(saidColumns, [headingRow(saidColumns), ...lines.map(saidRow)], { width: textWidth }),
    new Paragraph({ style: "Beside", keepNext: false, text: "" }),
  ];
}

function actionLine({ agencies, text }: Action): string {
  return `${agencies.flatMap(linesOf).join(", ")}: ${linesOf(text).join(" ")}`;
}

function saidRow({ at, what, words, by }: MinutesLine) {
  const texts = [[timeOf(at)], [cleanText(what)], linesOf(words), linesOf(by)];
  return bodyRow(
    texts.map((lines) => textCell(lines)),
    linesOfRow(saidColumns, texts, textWidth),
  );
}

/** What there was no time for, so that the next agenda has it. */
export function notReached({ notReached: left }: Minutes): readonly FileChild[] {
  if (left.length === 0) return [];
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_2, text: "On the agenda and not talked about" }),
    ...left.flatMap(({ recommendation, question }) =>
      paragraphsOf(linesOf(question), {
        style: "Beside",
        label: `Recommendation ${linesOf(recommendation.ref).join(" ")}`,
      }),
    ),
  ];
}

/** "10.22", on a clock in London. */
function timeOf(instant: IsoInstant): string {
  return new Intl.DateTimeFormat("en-GB", { timeStyle: "short", timeZone: "Europe/London" })
    .format(new Date(instant))
    .replace(":", ".");
}
