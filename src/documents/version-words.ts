import { linesOf } from "./write/clean-text.ts";

/** What version control prints beside what was done; it stands in one text with that, after this word. */
const label = "Comment: ";

/** What was done for a version, and the comment beside it, as the one text that a version has. */
export function versionWords(action: string | undefined, comment: string | undefined): string {
  return [action, comment && `${label}${comment}`].filter(Boolean).join("\n");
}

/** The same text in two again: the lines of each. */
export function partedVersionWords(text: string): {
  readonly action: readonly string[];
  readonly comment: readonly string[];
} {
  const lines = linesOf(text);
  const at = lines.findIndex((line) => line.startsWith(label));
  if (at < 0) return { action: lines, comment: [] };
  return {
    action: lines.slice(0, at),
    comment: linesOf([lines[at]?.slice(label.length), ...lines.slice(at + 1)].join("\n")),
  };
}
