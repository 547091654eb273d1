import type { Piece } from "./page-parts.ts";

/** Each word with the space after it, placed by its share of the letters. */
export function wordsOf(piece: Piece): readonly Piece[] {
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
