/** Signs of the symbol fonts that stand for a bullet in text taken from a PDF. */
const symbolBullet = /^(\s*)[\uf0b7\uf0a7\uf076\uf0d8\uf02d●▪■◦‣·]\s*/u;
/** What begins a paragraph, wherever the line before ended. */
const beginning =
  /^\s*(?:[•*–—-]\s|#|\(?(?:[a-z]|[ivx]{1,4}|\d{1,3}(?:\.\d{1,3})*)[.)]\s|\d{1,2}(?:\.\d{1,2})+\s+\S|rec(?:ommendation)?\s*\d|R\d+[.:]?\s)/iu;
const isTabular = /\t|\||\S {3,}\S/;

/**
 * Lines of text whose paragraphs were broken to fit a page, put together again: where the next word would not have fitted,
 * or the sentence goes on in small letters. Text that has a paragraph a line stays as it is.
 */
export function wholeParagraphs(lines: readonly string[]): readonly string[] {
  const marked = withBullets(lines);
  const width = wrappedAt(marked);
  if (width === undefined) return marked;
  const whole: string[][] = [];
  let last = "";
  for (const line of marked) {
    const before = whole.at(-1);
    if (before && goesOn(last, line, width)) before.push(line.trim());
    else whole.push([line]);
    last = line;
  }
  return whole.map(([first = "", ...others]) =>
    others.length === 0 ? first : [first.trimEnd(), ...others].join(" "),
  );
}

/** A bullet that was left on a line of its own belongs to the next words. */
function withBullets(lines: readonly string[]): readonly string[] {
  const found: string[] = [];
  let waits = false;
  for (const line of lines) {
    const text = line.replace(symbolBullet, "$1• ");
    if (waits && !text.trim()) continue;
    found.push(waits ? `• ${text.trim()}` : text);
    waits = text.trim() === "•";
    if (waits) found.pop();
  }
  return found;
}

/** How long the longest lines are, where so many go on in the next that the text must have been broken. */
function wrappedAt(lines: readonly string[]): number | undefined {
  const prose = lines.filter((line) => line.trim() && !isTabular.test(line.trim()));
  const lengths = prose.map((line) => line.trimEnd().length).toSorted((a, b) => a - b);
  const longest = lengths.at(-1) ?? 0;
  if (prose.length < 12 || longest > 160) return undefined;
  const goingOn = lines.filter((line, at) => {
    const before = lines[at - 1];
    return (
      before !== undefined &&
      /^\s*\p{Ll}/u.test(line) &&
      /[\p{L},]\s*$/u.test(before) &&
      before.length > longest * 0.6
    );
  }).length;
  return goingOn * 12 >= prose.length
    ? (lengths[Math.floor(lengths.length * 0.97)] ?? longest)
    : undefined;
}

function goesOn(before: string, line: string, width: number): boolean {
  if (!before.trim() || !line.trim() || beginning.test(line)) return false;
  if (isTabular.test(before.trim()) || isTabular.test(line.trim())) return false;
  const [firstWord = ""] = line.trim().split(" ", 1);
  const isFull = before.trimEnd().length + 1 + firstWord.length > width * 0.9;
  const inSentence = /^\s*\p{Ll}/u.test(line) && !/[.:;?!]\s*$/.test(before);
  return inSentence ? before.trimEnd().length > width * 0.5 : isFull;
}
