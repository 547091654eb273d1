import { RefusedError } from "#plan/errors.ts";
import { identifierWarnings, refuseIdentifiers } from "#plan/identifiers.ts";

/** A statement that was saved, and what to warn about in it: it may hold a date of birth. */
export interface Saved {
  readonly id: number;
  readonly warnings: readonly string[];
}

/** A note column of SharePoint holds more; nothing said of a plan needs it. */
const longestNote = 10_000;

/** A text column of SharePoint holds no more. */
const longestLine = 255;

/** What somebody typed into one field. */
export interface Typed {
  readonly text: string | undefined;
  /** The field within a sentence: "the question". */
  readonly where: string;
  /** What to say where nothing was typed; without it the field may be left empty. */
  readonly missing?: string | undefined;
  readonly oneLine?: true | undefined;
}

/** The words without the blanks around them; undefined where there are none. Throws RefusedError. */
export function wordsToSave(typed: Typed & { readonly missing: string }): string;
export function wordsToSave(typed: Typed): string | undefined;
export function wordsToSave({ text = "", where, missing, oneLine }: Typed): string | undefined {
  const words = text.trim();
  const longest = oneLine ? longestLine : longestNote;
  if (words === "" && missing !== undefined) throw new RefusedError(missing);
  if (words.length > longest)
    throw new RefusedError(`Shorten ${where} to ${longest.toLocaleString("en-GB")} characters.`);
  refuseIdentifiers(words, where);
  return words === "" ? undefined : words;
}

/** What to warn about in the fields of one form, each once. */
export function warningsOf(...typed: readonly Pick<Typed, "text" | "where">[]): readonly string[] {
  return typed.flatMap(({ text = "", where }) => identifierWarnings(text, where));
}
