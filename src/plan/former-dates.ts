const begins =
  "(?=\\d|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*day\\b|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|winter|q[1-4]\\b)";
const lead = "(?:\\s*:|\\s+(?:by|due|set|for|to|be|the|end|of|date|in))*\\s*";
const deadline = "(?:\\s+(?:due|target|completion))?(?:\\s+(?:date|deadline|timescale))?";

/** "(was 30 June 2016)", "originally June 2015", "revised from 30 June 2016": up to what is said next. */
const formerly = new RegExp(
  `\\b(?:was|were|previously|formerly|originally|initially|instead of|rather than|(?:original|old|previous|former|initial)${deadline}|(?:revised|changed|moved|amended|brought forward|put back|extended) from)${lead}${begins}[^,;()\\n]{0,60}?(?=$|[,;()\\n]|\\s[–/-]\\s|\\b(?:to|until|now|new|revised?|changed|moved|amended|extended|brought|then)\\b)`,
  "giu",
);

/** "30 June 2016, brought forward to 31 March 2016": what its line says before is over. */
const untilNow = new RegExp(
  `\\b(?:(?:brought forward|revised|changed|moved|amended|re-?scheduled) to|now)${lead}${begins}`,
  "giu",
);

/** A text about a date without the dates that it had before: they are no longer when something is due. */
export function withoutFormerDates(text: string): string {
  return text
    .replaceAll(formerly, " ")
    .split(/(?<=[\n;])/)
    .map((line) => line.split(untilNow).at(-1))
    .join("");
}
