import { type Affine, applied } from "./affine.ts";
import type { Piece } from "./page-parts.ts";
import { markedParts } from "./words-of-piece.ts";

/** An area of a page that leads somewhere outside the document. */
export interface LinkArea {
  readonly url: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The areas that lead out, of what the library says lies over a page. */
export function linkAreas(annotations: readonly unknown[], view: Affine): readonly LinkArea[] {
  return annotations.flatMap((each) => {
    const url = urlOf(each);
    const corners = cornersOf(each).map(([x, y]) => applied(view, x, y));
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    if (url === undefined || corners.length < 2) return [];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    return [{ url, left, right, top: Math.min(...ys), bottom: Math.max(...ys) }];
  });
}

function urlOf(annotation: unknown): string | undefined {
  if (typeof annotation !== "object" || annotation === null || !("url" in annotation))
    return undefined;
  return typeof annotation.url === "string" ? annotation.url : undefined;
}

function cornersOf(annotation: unknown): readonly (readonly [number, number])[] {
  if (typeof annotation !== "object" || annotation === null || !("rect" in annotation)) return [];
  const rect: readonly unknown[] = Array.isArray(annotation.rect) ? annotation.rect : [];
  const [x = Number.NaN, y = Number.NaN, toX = Number.NaN, toY = Number.NaN] = rect.map(Number);
  return [x, y, toX, toY].every(Number.isFinite)
    ? [
        [x, y],
        [toX, toY],
      ]
    : [];
}

/** A piece where it leads; where only some of its words lead somewhere, these are pieces of their own. */
export function linkedPieces(piece: Piece, areas: readonly LinkArea[]): readonly Piece[] {
  const y = piece.baseline - piece.size * 0.3;
  const over = areas.filter(
    ({ left, right, top, bottom }) =>
      y >= top && y <= bottom && left < piece.right && right > piece.left,
  );
  if (over.length === 0) return [piece];
  return markedParts(
    piece,
    "link",
    (middle) => over.find(({ left, right }) => middle >= left && middle <= right)?.url,
  );
}
