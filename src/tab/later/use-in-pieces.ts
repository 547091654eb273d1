import { useEffect, useState } from "react";
import { afterNextFrame } from "./once-painted.ts";

/** How many of so many are drawn by now: a piece first, another after each frame, so that the page never stands still. */
export function useInPieces(all: number, piece: number): number {
  const [drawn, setDrawn] = useState(piece);
  useEffect(
    () => (drawn < all ? afterNextFrame(() => setDrawn(drawn + piece)) : undefined),
    [drawn, all, piece],
  );
  return Math.min(drawn, all);
}
