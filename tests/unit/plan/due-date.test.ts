import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDueDate } from "#plan/due-date.ts";
import { addDays, daysBetween, formatDate, isIsoDate, isoDate } from "#plan/iso-date.ts";

const published = isoDate("2015-07-14");

function datesIn(printed: string): readonly string[] {
  return parseDueDate(printed, { published }).dates.map(({ text }) => text);
}

describe("a printed due date", () => {
  it.each([
    ["30 September 2015", "2015-09-30"],
    ["Complete by 31 August 2015", "2015-08-31"],
    ["Completed 20 July 2015", "2015-07-20"],
    ["To be completed 31 December 2015", "2015-12-31"],
    ["Complete by end 30 September 2015", "2015-09-30"],
    ["14th June 2012", "2012-06-14"],
    ["31 st August 2015", "2015-08-31"],
    ["17<sup>th</sup> November 2020", "2020-11-17"],
    ["Friday, the 4th of December 2015", "2015-12-04"],
    ["30 Sept 15", "2015-09-30"],
    ["30 Sep ’15", "2015-09-30"],
    ["30-Sep-15", "2015-09-30"],
    ["30.Sept.2015", "2015-09-30"],
    ["September 30, 2015", "2015-09-30"],
    ["30/09/2015", "2015-09-30"],
    ["01/05/2016", "2016-05-01"],
    ["20/12/19", "2019-12-20"],
    ["30-11-19", "2019-11-30"],
    ["31.12.19", "2019-12-31"],
    ["2015-09-30", "2015-09-30"],
    ["2015-09-30T00:00:00.000Z", "2015-09-30"],
    ["Group meeting 6 November 2014, room 2", "2014-11-06"],
    ["Put into the 2016/17 contract\nCompleted by 31 August 2015", "2015-08-31"],
  ])("%j is a day", (printed, day) => {
    expect(parseDueDate(printed)).toEqual({
      printed,
      dates: [{ text: day, date: day, precision: "day" }],
      due: day,
      problems: [],
    });
  });

  it.each([
    ["September 2015", "2015-09", "2015-09-30"],
    ["Jan 2016", "2016-01", "2016-01-31"],
    ["Sep-15", "2015-09", "2015-09-30"],
    ["end of March 2016", "2016-03", "2016-03-31"],
    ["mid-March 2016", "2016-03", "2016-03-31"],
    ["02/2016", "2016-02", "2016-02-29"],
    ["2016-02", "2016-02", "2016-02-29"],
    ["end of 2015", "2015-12", "2015-12-31"],
    ["Q3 2015/16", "2015-12", "2015-12-31"],
    ["by the end of Q4 15/16", "2016-03", "2016-03-31"],
    ["third quarter of 2016-17", "2016-12", "2016-12-31"],
    ["end of financial year 2015/16", "2016-03", "2016-03-31"],
  ])("%j is a month, due on its last day", (printed, month, due) => {
    expect(parseDueDate(printed)).toEqual({
      printed,
      dates: [{ text: month, date: due, precision: "month" }],
      due,
      problems: [],
    });
  });

  it.each([
    ["31 October 2015 / 30 April 2016", "2015-10-31 2016-04-30"],
    ["31 August 2015\n30 November 2015", "2015-08-31 2015-11-30"],
    ["To be completed 30 September 2015\n10 November 2016", "2015-09-30 2016-11-10"],
    ["22 July 2015\n30 September 2015\n1 November 2015", "2015-07-22 2015-09-30 2015-11-01"],
    ["30/09/2015-31/10/2015", "2015-09-30 2015-10-31"],
    ["30/09/2015, 31/10/2015", "2015-09-30 2015-10-31"],
    ["23 – 27 February 2015", "2015-02-23 2015-02-27"],
    ["28 Sept - 2 Oct 2015", "2015-09-28 2015-10-02"],
    ["20 December to 5 January 2016", "2015-12-20 2016-01-05"],
    ["7, 14 and 21 September 2015", "2015-09-07 2015-09-14 2015-09-21"],
    ["1st Sept 2015 & 30th Sept 2015", "2015-09-01 2015-09-30"],
    ["September and October 2015", "2015-09 2015-10"],
    ["September 2015 – March 2016", "2015-09 2016-03"],
    ["Dec–Jan 2016", "2015-12 2016-01"],
    ["31 December 2015 for the audit, with reports in January 2016.", "2015-12-31 2016-01"],
  ])("%j holds several, and the last of them counts", (printed, dates) => {
    const read = parseDueDate(printed);
    expect(read.dates.map(({ text }) => text).join(" ")).toBe(dates);
    expect(read.due).toBe(read.dates.at(-1)?.date);
    expect(read.problems).toEqual([]);
  });

  it("counts the latest date, wherever in the text it stands", () => {
    expect(parseDueDate("30 April 2016, first review 31 October 2015").due).toBe("2016-04-30");
  });

  it.each([
    ["Sept 2015 / ongoing, review Dec 2015", "2015-09"],
    ["Ongoing (reviewed 3/12/2015)", ""],
    ["31 March 2016, to be reviewed in June 2016", "2016-03-31"],
    ["Complete – reported to the Board 3 May 2016", ""],
    ["January 2016\nNext review: July 2016", "2016-01"],
    ["Reviewed by March 2016", "2016-03"],
    ["Review of the policy by March 2016, training by June 2016", "2016-03 2016-06"],
  ])(
    "%j is not due when it is reviewed or reported, unless nothing else is said",
    (printed, due) => {
      expect(datesIn(printed).join(" ")).toBe(due);
      expect(parseDueDate(printed)).toMatchObject({ printed, problems: [] });
    },
  );

  it.each([
    ["31 March 2016 (was 30 June 2016)", "2016-03-31"],
    ["31 March 2016 (previously 30/06/2016)", "2016-03-31"],
    ["(originally 30 June 2016) 31 March 2016", "2016-03-31"],
    ["Original date: 30 June 2016\nRevised date: 31 March 2016", "2016-03-31"],
    ["Original: 30 June 2016 Revised: 31 March 2016", "2016-03-31"],
    ["30 June 2016, brought forward to 31 March 2016", "2016-03-31"],
    ["Revised from 30 June 2016 to 31 March 2016", "2016-03-31"],
    ["30 June 2016 – now 31 March 2016", "2016-03-31"],
    ["30 June 2016 (was 31 March 2016)", "2016-06-30"],
    [
      "31 August 2015 (was June 2015), 30 November 2015 (was September 2016)",
      "2015-08-31 2015-11-30",
    ],
    ["30 June 2016 now complete", "2016-06-30"],
    ["The audit was 3 May 2016", "2016-05-03"],
    ["Was 30 June 2016", "2016-06-30"],
  ])("%j is no longer due when it was to be once", (printed, due) => {
    expect(datesIn(printed).join(" ")).toBe(due);
    expect(parseDueDate(printed)).toMatchObject({ printed, problems: [] });
  });

  it("names each date once, however many lead officers repeat it", () => {
    expect(datesIn("30 September 2015\n30 September 2015\n30 September 2015")).toEqual([
      "2015-09-30",
    ]);
  });

  it("of a week gives its first day as printed, and is due when the week is over", () => {
    for (const printed of ["w/c 7 September 2015", "Week commencing: 07/09/2015"]) {
      expect(parseDueDate(printed)).toMatchObject({
        dates: [{ text: "2015-09-07", date: "2015-09-13", precision: "week" }],
        due: "2015-09-13",
      });
    }
    expect(datesIn("week ending 11 September 2015")).toEqual(["2015-09-11"]);
  });

  it.each([
    ["Immediate", "2015-07-14"],
    ["Immediately and ongoing", "2015-07-14"],
    ["With immediate effect", "2015-07-14"],
    ["Within 3 months", "2015-10-14"],
    ["within six months of publication", "2016-01-14"],
    ["Within 6 months of the date of publication of the report", "2016-01-14"],
    ["3 to 6 months", "2016-01-14"],
    ["within 6 weeks", "2015-08-25"],
    ["Within 20 working days of receipt of the report", "2015-08-11"],
    ["within a year", "2016-07-14"],
    ["Within 28 days", "2015-08-11"],
  ])("%j counts from the day the report was published", (printed, due) => {
    expect(parseDueDate(printed, { published })).toMatchObject({ due, problems: [] });
  });

  it("takes the last day of a shorter month for a timescale in months", () => {
    expect(parseDueDate("Within 3 months", { published: "2015-11-30" }).due).toBe("2016-02-29");
  });

  it("keeps a timescale and says what is missing where publication is not known", () => {
    expect(parseDueDate("Within 3 months")).toEqual({
      printed: "Within 3 months",
      dates: [],
      timescale: { count: 3, unit: "month" },
      problems: [
        "“Within 3 months” counts from the day the report was published, and that day is not known.",
      ],
    });
  });

  it("does not count working days of a year whose bank holidays it does not know", () => {
    const read = parseDueDate("Within 20 working days", { published: "2036-03-03" });
    expect(read.due).toBeUndefined();
    expect(read.problems).toHaveLength(1);
  });

  it.each([
    ["", "blank"],
    ["  \n", "blank"],
    ["Complete", "complete"],
    ["Action completed", "complete"],
    ["Ongoing", "ongoing"],
    ["On-going, reviewed in supervision", "ongoing"],
    ["Quarterly", "ongoing"],
    ["TBC", "to be decided"],
    ["t.b.a.", "to be decided"],
    ["Dates in November 2015 to be identified", "to be decided"],
    ["Date in Sept 15 TBC", "to be decided"],
    ["N/A", "not applicable"],
    ["–", "not applicable"],
  ])("%j says why there is no date", (printed, undated) => {
    expect(parseDueDate(printed, { published })).toEqual({
      printed,
      dates: [],
      undated,
      problems: [],
    });
  });

  it.each([
    ["31 September 2015", "“31 September 2015” is not a day that exists."],
    ["29/02/2015", "“29/02/2015” is not a day that exists."],
    ["09/30/2015", "“09/30/2015” is not a day that exists."],
    ["by 30 September", "“30 September” has no year."],
    ["30 September 10am", "“30 September” has no year."],
    ["2011-12", "“2011-12” may be a month or a financial year."],
    ["Q3 2015", "“Q3 2015” does not say which financial year."],
    ["Q3 2015/17", "“Q3 2015/17” is not a financial year."],
    ["by 2016", "No date can be read in “by 2016”."],
    ["Spring term", "No date can be read in “Spring term”."],
    ["See 5.2.10", "No date can be read in “See 5.2.10”."],
    ["Level 2 may be extended", "No date can be read in “Level 2 may be extended”."],
    ["6 months after implementation", "No date can be read in “6 months after implementation”."],
  ])("%j is a problem, and no date is guessed", (printed, problem) => {
    expect(parseDueDate(printed, { published })).toEqual({
      printed,
      dates: [],
      problems: [problem],
    });
  });

  it("keeps what it can read beside a problem", () => {
    expect(parseDueDate("31/04/2016 and 30/04/2016")).toMatchObject({
      dates: [{ text: "2016-04-30" }],
      problems: ["“31/04/2016” is not a day that exists."],
    });
    expect(parseDueDate("1 December or 30 September 2015")).toMatchObject({
      dates: [{ text: "2015-09-30" }],
      problems: ["“1 December” has no year."],
    });
    expect(parseDueDate("Monday 8 September 2015")).toMatchObject({
      dates: [{ text: "2015-09-08" }],
      problems: ["“Monday 8 September 2015” names the wrong day of the week: it is a Tuesday."],
    });
  });
});

const parts = (day: string) => ({ y: day.slice(0, 4), m: day.slice(5, 7), d: day.slice(8) });
const ordinal = (d: number) =>
  ["th", "st", "nd", "rd"][d % 10 < 4 && Math.floor(d / 10) !== 1 ? d % 10 : 0] ?? "th";

describe("any due date", () => {
  const someDay = fc
    .integer({ min: 0, max: daysBetween("2000-01-01", "2099-12-31") })
    .map((days) => addDays("2000-01-01", days));
  const writings: readonly ((day: ReturnType<typeof isoDate>) => string)[] = [
    (day) => day,
    formatDate,
    (day) => formatDate(day).replace(/^\d+/, (d) => `${d}${ordinal(Number(d))}`),
    (day) => formatDate(day).toUpperCase(),
    (day) => `${parts(day).d}/${parts(day).m}/${parts(day).y}`,
    (day) => `${Number(parts(day).d)}.${Number(parts(day).m)}.${parts(day).y}`,
    (day) => `${parts(day).d}-${parts(day).m}-${parts(day).y.slice(2)}`,
    (day) => formatDate(day).replace(/ (\w{3})\w* 20/, "-$1-"),
  ];
  const around = fc.constantFrom("", "Complete by ", "To be completed ", "By end of ", "Audit: ");

  it("is read back as it was written, whatever stands before it", () => {
    fc.assert(
      fc.property(someDay, fc.constantFrom(...writings), around, (day, write, before) => {
        const printed = `${before}${write(day)}`;
        expect(parseDueDate(printed)).toMatchObject({ printed, due: day, problems: [] });
      }),
      { numRuns: 500 },
    );
  });

  it("gives two dates where two are written", () => {
    const write = fc.constantFrom(...writings);
    fc.assert(
      fc.property(
        someDay,
        someDay,
        write,
        fc.constantFrom("\n", " / ", " and ", "; "),
        (one, other, as, mark) => {
          fc.pre(one !== other);
          expect(datesIn(`${as(one)}${mark}${as(other)}`)).toEqual([one, other]);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("keeps every text word for word, and gives only days that exist", () => {
    const words = [
      "31",
      "30",
      "/",
      "-",
      " ",
      "Feb",
      "September",
      "2015",
      "15",
      "within",
      "months",
      "Q3",
      "2015/16",
      "w/c",
      "to",
      "and",
      "\n",
    ];
    const text = fc.oneof(
      fc.string(),
      fc.array(fc.constantFrom(...words), { maxLength: 12 }).map((each) => each.join("")),
    );
    fc.assert(
      fc.property(text, (printed) => {
        const read = parseDueDate(printed, { published });
        expect(read.printed).toBe(printed);
        expect(read.dates.every(({ date }) => isIsoDate(date))).toBe(true);
        expect(
          read.dates.every(
            ({ date, text: asText }) => date.startsWith(asText.slice(0, 4)) || date > asText,
          ),
        ).toBe(true);
        const understood = read.dates.length > 0 || read.undated !== undefined;
        expect(understood || read.problems.length > 0).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("is read in time that grows with its length", () => {
    const long = "30 and ".repeat(5_000);
    const began = performance.now();
    parseDueDate(`${long} / ${"1, ".repeat(5_000)}`);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
