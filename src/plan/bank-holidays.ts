import { type IsoDate, isoDate } from "./iso-date.ts";

/**
 * Weekdays that are no working days in England and Wales: Christmas Day, Good Friday and the bank holidays of the
 * Banking and Financial Dealings Act 1971 and royal proclamations, as month and day. A holiday that falls on a
 * weekend stands here as its substitute day. Source: www.gov.uk/bank-holidays, and the rules of the Act where that
 * page does not reach yet.
 */
const monthsAndDaysByYear: Readonly<Record<number, string>> = {
  2011: "01-03 04-22 04-25 04-29 05-02 05-30 08-29 12-26 12-27", // 29 April: royal wedding
  2012: "01-02 04-06 04-09 05-07 06-04 06-05 08-27 12-25 12-26", // Diamond Jubilee, spring holiday moved beside it
  2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27",
  2017: "01-02 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
  2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
  2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
  2020: "01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28", // early May moved from the 4th: 75 years of VE Day
  2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28",
  2022: "01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27", // Platinum Jubilee; the Queen's funeral
  2023: "01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26", // 8 May: coronation
  2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
  2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
  2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
  2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2028: "01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
  2029: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
  2030: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
  2031: "01-01 04-11 04-14 05-05 05-26 08-25 12-25 12-26",
  2032: "01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
  2033: "01-03 04-15 04-18 05-02 05-30 08-29 12-26 12-27",
  2034: "01-02 04-07 04-10 05-01 05-29 08-28 12-25 12-26",
  2035: "01-01 03-23 03-26 05-07 05-28 08-27 12-25 12-26",
};

/** The first and last day that `bankHolidays` knows about. */
export const bankHolidaysKnown: { readonly from: IsoDate; readonly to: IsoDate } = {
  from: "2011-01-01",
  to: "2035-12-31",
};

/** Every weekday from 2011 to 2035 on which England and Wales do not work. */
export const bankHolidays: ReadonlySet<IsoDate> = new Set(
  Object.entries(monthsAndDaysByYear).flatMap(([year, days]) =>
    days.split(" ").map((monthAndDay) => isoDate(`${year}-${monthAndDay}`)),
  ),
);
