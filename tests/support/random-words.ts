import { type Arbitrary, array, constantFrom, oneof } from "fast-check";

/** Words that somebody might type, and that files of every kind could take for something else. */
const words = [
  "Audit",
  "twenty",
  "records",
  "of children’s notes",
  "“quoted”",
  'with "marks"',
  "it's",
  "café",
  "手帳",
  "😀",
  "👩‍⚕️",
  "سجل التدريب",
  "שלום (12)",
  "<w:p>bold</w:p>",
  "&amp;",
  "a, b",
  "]]>",
  "=1+1",
  "=HYPERLINK(A1)",
  "+44 1632 960000",
  "-5",
  "@here",
  "'=kept",
  "_x0041_",
  "bell\u0007",
  "null\u0000",
  "half\uD83D",
  "tab\tbed",
  "50%",
  "1/2",
  "C:\\notes",
  "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch".repeat(5),
];

const line: Arbitrary<string> = array(constantFrom(...words), {
  minLength: 1,
  maxLength: 6,
}).map((some) => some.join(" "));

/** What a heading or a lead officer is called: nothing that parts one from the next. */
export const plainLine: Arbitrary<string> = line.map((text) => text.replaceAll(/[;<>]/g, " "));

/** Lines as people end them on every kind of machine, with empty ones between. */
const ends = constantFrom("\n", "\r\n", "\r", "\n\n", "\u2028");

/** A few lines; now and then so many that no page holds them. */
export const text: Arbitrary<string> = oneof(
  { weight: 12, arbitrary: array(line, { minLength: 1, maxLength: 3 }) },
  {
    weight: 1,
    arbitrary: constantFrom(...words).map((one) => Array.from({ length: 60 }, () => one)),
  },
).chain((lines) => ends.map((end) => lines.join(end)));
