import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RefusedError } from "#plan/errors.ts";
import {
  findBirthDates,
  findNhsNumbers,
  identifierWarnings,
  refuseIdentifiers,
} from "#plan/identifiers.ts";

/** The number that nine digits become with their check digit; undefined where they have none. */
function withCheckDigit(nine: string): string | undefined {
  const sum = Array.from(nine, Number).reduce((total, digit, at) => total + digit * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? undefined : `${nine}${check === 11 ? 0 : check}`;
}

const nineDigits = fc
  .integer({ min: 0, max: 999_999_999 })
  .map((number) => String(number).padStart(9, "0"));
const nhsNumber = nineDigits
  .map(withCheckDigit)
  .filter((number) => number !== undefined && !/^(\d)\1*$/.test(number))
  .map(String);

function grouped(number: string, one: string, other: string): string {
  return `${number.slice(0, 3)}${one}${number.slice(3, 6)}${other}${number.slice(6)}`;
}

describe("NHS numbers in a text", () => {
  it.each(["9434765919", "943 476 5919", "943-476-5919", "943–476–5919", "943\u00a0476\u00a05919"])(
    "are found written as %s",
    (number) => {
      expect(findNhsNumbers(number)).toEqual([{ word: 1 }]);
      expect(findNhsNumbers(`Seen (${number}).`)).toEqual([{ word: 2 }]);
    },
  );

  it.each([
    ["9434765918", "a wrong check digit"],
    ["1111111111", "digits that are all the same"],
    ["19434765919", "a longer number"],
    ["94347659190", "a longer number"],
    ["94 3476 5919", "other groups"],
    ["01632 960 123", "a telephone number"],
    ["30/09/2015 and 31/12/2015", "dates"],
  ])("are not seen in %j, which has %s", (text, _why) => {
    expect(findNhsNumbers(text)).toEqual([]);
  });

  it("with a remainder of ten are no NHS numbers, whatever their last digit", () => {
    const nine = "100000009"; // 10 + 18 = 28, which leaves 6; so look for one that leaves 1
    const without = Array.from({ length: 200 }, (_, at) => String(Number(nine) + at)).find(
      (each) => withCheckDigit(each) === undefined,
    );
    expect(without).toBeDefined();
    for (let last = 0; last < 10; last += 1)
      expect(findNhsNumbers(`${without}${last}`)).toEqual([]);
  });

  it("are found with any check digit, grouped in any allowed way, and by their place in words", () => {
    const mark = fc.constantFrom("", " ", "-", "–", "\u00a0");
    fc.assert(
      fc.property(nhsNumber, mark, mark, fc.nat(12), (number, one, other, before) => {
        const text = `${"word ".repeat(before)}${grouped(number, one, other)} was seen`;
        expect(findNhsNumbers(text)).toEqual([{ word: before + 1 }]);
      }),
    );
  });

  it("are found in full-width digits and behind another number", () => {
    expect(findNhsNumbers("９４３ ４７６ ５９１９")).toHaveLength(1);
    expect(findNhsNumbers("12 943 476 5919")).toEqual([{ word: 2 }]);
  });
});

describe("a text with an identifier", () => {
  it("is refused with where it stands, and never with what it is", () => {
    const text = "Audit done. Records 943 476 5919 and 9434765870 were late.";
    const attempt = () => refuseIdentifiers(text, "the note");
    expect(attempt).toThrow(RefusedError);
    expect(attempt).toThrow(
      "There are 2 NHS numbers in the note, at words 4 and 8. Nobody may be identified in a plan: take it out and save again.",
    );
    fc.assert(
      fc.property(nhsNumber, (number) => {
        let message = "";
        try {
          refuseIdentifiers(`Seen ${grouped(number, " ", " ")}.`, "the note");
        } catch (error) {
          message = error instanceof Error ? error.message : "";
        }
        expect(message).toContain("There is an NHS number in the note, at word 2.");
        expect(message).not.toMatch(/\d{3}/);
      }),
    );
  });

  it("is let through where it has none", () => {
    expect(() => refuseIdentifiers("12 of 14 records met the standard.", "the note")).not.toThrow();
  });

  it.each([
    "DOB 03/04/2009",
    "d.o.b.: 3.4.09",
    "Date of birth – 3 April 2009",
    "born on the 3rd of April 2009",
    "DoB=2009-04-03",
    "(b. 3/4/2009)",
  ])("is warned about where it reads %j", (text) => {
    expect(findBirthDates(text)).toEqual([{ word: 1 }]);
    expect(identifierWarnings(`The child, ${text}`, "the note")).toEqual([
      "There seems to be a date of birth in the note, at word 3. Nobody may be identified in a plan: take it out if it is one.",
    ]);
  });

  it.each([
    "Complete by 30/09/2015.",
    "Dates of birth are recorded on every referral.",
    "Newborn pathway agreed 3 April 2009",
  ])("is not warned about where it reads %j", (text) => {
    expect(identifierWarnings(text, "the note")).toEqual([]);
  });
});
