/** Words that only say what stands beside them; the result has a name of its own for each. */
const labels = new Set([
  "recommendation",
  "see",
  "outcome",
  "anticipated",
  "evidence",
  "should",
  "version",
]);

/** Every word of a text, in lower case, in order. */
export function wordsOf(text: string): string[] {
  return (
    text
      .replaceAll(/\\[nt]/g, " ")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * The words of all tables in a document.xml, found without any of our reader: whatever stands in a text
 * element between the beginning and the end of a table.
 */
export function planTableWords(documentXml: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let paragraph = "";
  for (const [, closing, name, text] of documentXml.matchAll(
    /<(\/?)w:(tbl|p|t|br|tab)\b[^>]*>([^<]*)/g,
  )) {
    if (name === "tbl") depth += closing ? -1 : 1;
    else if (name === "t" && !closing && depth > 0) paragraph += text;
    else if (name !== "t") {
      words.push(...wordsOf(unescaped(paragraph)));
      paragraph = "";
    }
  }
  return words.filter((word) => !labels.has(word));
}

function unescaped(text: string): string {
  return text
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}
