import { InvalidArgumentError } from "commander";
import { type IsoDate, isIsoDate } from "#plan/iso-date.ts";

/** Reads an option that is a day. Throws InvalidArgumentError, which the command line explains. */
export function toDate(text: string): IsoDate {
  if (isIsoDate(text)) return text;
  throw new InvalidArgumentError("Write a day that exists as 2026-03-31.");
}

/** Of a command that saves words: it stops where one may be a date of birth, and is run again with this. */
export const anywayOption = [
  "--anyway",
  "save it although there seems to be a date of birth in it",
] as const;

/** Reads an option that is a plan's id. Throws InvalidArgumentError. */
export function toId(text: string): number {
  const id = Number(text);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new InvalidArgumentError("A plan's id is a whole number, as import prints it.");
}
