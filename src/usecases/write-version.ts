import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import { mayOwn, type Me } from "#plan/permissions.ts";
import type { Plan, PlanVersion } from "#plan/plan.ts";
import type { VersionStore } from "./ports/history.ts";
import { type Asked, askIfInDoubt, wordsToSave } from "./words-to-save.ts";

export interface WriteVersion extends Asked {
  readonly open: { readonly plan: Plan; readonly me: Me };
  /** Those that the plan has: a number is given once. */
  readonly known: readonly PlanVersion[];
  readonly number: string;
  readonly date: IsoDate;
  readonly author: string;
  readonly comment: string;
  readonly circulatedTo: string;
  /** A UUID made when the form was opened: however often it is sent, it is saved once. */
  readonly key: string;
}

/**
 * Writes down a version: what the plan is at the end of its day is that version for good.
 * Throws NotAllowedError for whoever is no plan owner, RefusedError where something is missing or the number is taken.
 */
export async function writeVersion(
  { versions }: { readonly versions: VersionStore },
  { open, known, date, key, sure, ...typed }: WriteVersion,
): Promise<void> {
  if (!mayOwn(open.me)) throw new NotAllowedError("Only the plan's owners write down versions.");
  const number = wordsToSave({
    text: typed.number,
    where: "the version's number",
    missing: "Give the version a number.",
    oneLine: true,
  });
  if (known.some((each) => each.number === number))
    throw new RefusedError(`There is a version ${number} already. Give this one another number.`);
  const fields = {
    author: { text: typed.author, where: "the author", missing: "Say who wrote the version." },
    comment: { text: typed.comment, where: "the comment", missing: "Say what is new in it." },
    circulatedTo: { text: typed.circulatedTo, where: "who it goes to" },
  };
  askIfInDoubt({ sure }, ...Object.values(fields));
  await versions.add({
    key,
    planId: open.plan.id,
    number,
    date,
    dateAsPrinted: formatDate(date),
    author: wordsToSave(fields.author),
    comment: wordsToSave(fields.comment),
    circulatedTo: wordsToSave(fields.circulatedTo),
  });
}

/** The number to offer for the next version: one above the largest whole number so far. */
export function nextVersionNumber(known: readonly PlanVersion[]): string {
  const numbers = known.map(({ number }) => Number.parseInt(number, 10)).filter(Number.isFinite);
  return String(Math.max(0, ...numbers) + 1);
}
