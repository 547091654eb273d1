/** Words as they count: without line ends, bullets, kinds of quotation marks and dashes, and capitals. */
export function plainWords(text: string | undefined): string {
  return (text ?? "")
    .normalize("NFKC")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/[“”]/g, '"')
    .replaceAll(/[–—]/g, "-")
    .replaceAll(/(?<!\S)[•▪-](?=\s)/g, " ")
    .replaceAll(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

/** How many of their words two texts share, from 0 to 1 (Dice's coefficient). */
export function likeness(one: string, other: string): number {
  const [words, others] = [wordSet(one), wordSet(other)];
  if (words.size + others.size === 0) return 0;
  const shared = [...words].filter((word) => others.has(word)).length;
  return (2 * shared) / (words.size + others.size);
}

function wordSet(text: string): ReadonlySet<string> {
  return new Set(plainWords(text).match(/[\p{L}\p{N}]+/gu) ?? []);
}
