import { RefusedError } from "#plan/errors.ts";
import { refuseDoubtful, refuseIdentifiers } from "#plan/identifiers.ts";

/** A statement that was saved. */
export interface Saved {
  readonly id: number;
}

/** What somebody asks to be saved. */
export interface Asked {
  /** They were shown what may be a date of birth in it, and say that it can stand. */
  readonly sure?: boolean | undefined;
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

/** Throws DoubtError where a field may hold a date of birth, and the person has not said that it can stand. */
export function askIfInDoubt(
  { sure }: Asked,
  ...typed: readonly Pick<Typed, "text" | "where">[]
): void {
  if (!sure) refuseDoubtful(typed.map(({ text = "", where }) => ({ text, where })));
}
