/**
 * What somebody typed as it may stand in any file: one kind of line end, no tab, and none of the characters that XML has
 * no way to write, escaped or not (https://www.w3.org/TR/xml/#charsets); halves of characters go the same way.
 */
export function cleanText(typed: string): string {
  return typed
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[[\p{Cc}\p{Cs}\uFFFD-\uFFFF]--[\n]]/gv, "");
}

/** Its lines that say something, without the blanks around them. */
export function linesOf(typed: string | undefined): readonly string[] {
  return cleanText(typed ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
