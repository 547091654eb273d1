import { dayOf, formatDate } from "#plan/iso-date.ts";
import type { Minutes } from "#plan/minutes.ts";
import { writeWordDocument } from "./word/document.ts";
import { attendance, itemPart, minutesHead, notReached } from "./word/minutes.ts";

/** 2 cm in twentieths of a point. */
const margin = 1134;

/**
 * The minutes of a meeting as a Word document (.docx): present and apologies, then item by item what was asked, answered
 * and decided, with who and when. Headings and the first rows of tables are told to screen readers. Runs in Node and in
 * the browser.
 */
export function writeMinutes(minutes: Minutes): Promise<Uint8Array> {
  const day = formatDate(dayOf(minutes.meeting.starts));
  return writeWordDocument({
    title: `Minutes of the peer-challenge meeting, ${day}`,
    about: "What was asked, answered and decided",
    foot: `Peer-challenge meeting of ${day}`,
    margin,
    children: [
      ...minutesHead(minutes),
      ...attendance(minutes),
      ...minutes.items.flatMap(itemPart),
      ...notReached(minutes),
    ],
  });
}
