import { isIsoDate } from "#plan/iso-date.ts";
import { readPrintedDates } from "#plan/printed-dates.ts";

export interface FrontDates {
  readonly inspectionFrom?: string;
  readonly inspectionTo?: string;
  readonly published?: string;
  readonly submissionDue?: string;
}

const month = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
const day = String.raw`(?:\w{3,6}day,?\s+)?\d{1,2}(?:st|nd|rd|th)?`;
const date = String.raw`(?:${day}\s+(?:of\s+)?${month}\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})`;
const range = String.raw`(?:between\s+|from\s+)?(${day}(?:\s+${month})?(?:\s+\d{4})?)\s*(?:–|—|-|to|and|until)\s*(${date})`;
/** As far as one statement goes, which a cover may break over two lines. */
const near = String.raw`[^.]{0,60}?`;

const inspections = [
  new RegExp(String.raw`(?:inspection|review|inspected|fieldwork)\b${near}\b${range}`, "i"),
  new RegExp(String.raw`${range}${near}\b(?:inspection|review)\b`, "i"),
];
const inspectedOn = new RegExp(
  String.raw`(?:date of (?:the )?(?:inspection|review)|inspected on)\W{0,5}(${date})`,
  "i",
);
const publications = [
  new RegExp(String.raw`\bpublished\b(?:\s+on)?(?:\s+the)?\W{0,3}(${date})`, "i"),
  new RegExp(
    String.raw`\b(?:date of publication|publication date|report published)\W{0,5}(${date})`,
    "i",
  ),
  new RegExp(String.raw`\bpublished\b[^.\n]{0,40}?(${date})`, "i"),
];
const submissions = [
  new RegExp(
    String.raw`\b(?:submission|submit(?:ted)?)\b[^.\n]{0,60}?\b(?:by|on|due|date|deadline)\b[^.\n]{0,20}?(${date})`,
    "i",
  ),
  new RegExp(
    String.raw`\b(?:e-?mailed|sent|returned|submitted|provided) to (?:the )?(?:CQC|Ofsted|regulator|HMI\w*|inspectorates?)\b[^.\n]{0,30}?(?:by|before|than) (${date})`,
    "i",
  ),
  new RegExp(String.raw`\b\d+[- ](?:working[- ])?days?\b[^.\n]{0,60}?(${date})`, "i"),
];

/** When it was inspected, published and is to be submitted, where the document says so. */
export function readFrontDates(text: string): FrontDates {
  const published = first(publications, text)?.[1];
  const submission = first(submissions, text)?.[1];
  return {
    ...inspectionDates(text),
    ...dated("published", published),
    ...dated("submissionDue", submission),
  };
}

function inspectionDates(text: string): FrontDates {
  const found = first(inspections, text);
  const [from, to] = found ? bothEnds(found) : [inspectedOn.exec(text)?.[1], undefined];
  return { ...dated("inspectionFrom", from), ...dated("inspectionTo", found ? to : from) };
}

function dated(field: keyof FrontDates, printed: string | undefined): FrontDates {
  const whole = wholeDate(printed ?? "");
  return whole === undefined ? {} : { [field]: whole };
}

function first(patterns: readonly RegExp[], text: string): RegExpExecArray | undefined {
  return patterns.map((pattern) => pattern.exec(text)).find((found) => found !== null) ?? undefined;
}

/** "23 – 27 February 2015": the first day borrows the month and year it shares with the last. */
function bothEnds([, from = "", to = ""]: RegExpExecArray): [string, string] {
  const shared = new RegExp(String.raw`(${month})\s+(\d{4})`, "i").exec(to);
  const named = new RegExp(month, "i").test(from);
  const borrowed = shared ? `${from} ${named ? "" : (shared[1] ?? "")} ${shared[2] ?? ""}` : from;
  return [/\d{4}/.test(from) ? from : borrowed, to];
}

/** The one whole day that a text names, `2015-08-31`. */
export function wholeDate(text: string): string | undefined {
  const { dates } = readPrintedDates(text);
  const [only, ...others] = dates;
  return only && others.length === 0 && isIsoDate(only.text) ? only.text : undefined;
}
