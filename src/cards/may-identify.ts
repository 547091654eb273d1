import { findBirthDates } from "#plan/identifiers.ts";

const warning =
  "There seems to be a date of birth in it. If it is one, tell a plan owner at once: nobody may be identified in a plan.";

/** What to add where a text that is saved may hold a date of birth: only who manages the site can still take it out. */
export function mayIdentify(text: string | undefined): string | undefined {
  return findBirthDates(text ?? "").length > 0 ? warning : undefined;
}
