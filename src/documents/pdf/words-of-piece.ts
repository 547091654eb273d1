import type { Piece } from "./page-parts.ts";

/** Each word with the space after it, placed by its share of the letters. */
function wordsOf(piece: Piece): readonly Piece[] {
  const { text, left, right } = piece;
  if (!text.trim()) return [piece];
  const width = (right - left) / text.length;
  return [...text.matchAll(/\s*\S+\s*/g)].map(({ 0: word, index }) => ({
    ...piece,
    text: word,
    left: left + index * width,
    right: left + (index + word.length) * width,
  }));
}

/** A piece in parts: words beside each other of which `at` says the same, at their middles, are one. */
export function markedParts<Mark extends "link" | "struck">(
  piece: Piece,
  mark: Mark,
  at: (middle: number) => Piece[Mark],
): readonly Piece[] {
  const parts: Piece[] = [];
  for (const word of wordsOf(piece)) {
    const found = at((word.left + word.right) / 2);
    const last = parts.at(-1);
    if (last && last[mark] === found)
      parts[parts.length - 1] = { ...last, text: last.text + word.text, right: word.right };
    else parts.push({ ...word, ...(found !== undefined && { [mark]: found }) });
  }
  return parts;
}
