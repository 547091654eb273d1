import { RefusedError } from "#plan/errors.ts";
import { identifierWarnings, refuseIdentifiers } from "#plan/identifiers.ts";

/** Why the words cannot stand, where there is an NHS number in them; `where` names the field within a sentence. */
export function identifierProblem(text: string, where: string): string | undefined {
  try {
    refuseIdentifiers(text, where);
    return undefined;
  } catch (error) {
    if (error instanceof RefusedError) return error.message;
    throw error;
  }
}

/** What to look at again in them before saving: a date of birth, perhaps. */
export function identifierWarning(text: string, where: string): string | undefined {
  return identifierWarnings(text, where).at(0);
}

/** Why a field that has to be filled in cannot be saved as it is. */
export function wordsProblem(text: string, where: string, missing: string): string | undefined {
  return text.trim() === "" ? missing : identifierProblem(text, where);
}
