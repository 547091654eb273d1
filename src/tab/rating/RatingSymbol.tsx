import type { Rating, RatingColour } from "#plan/rating-scheme.ts";
import {
  CheckmarkCircleFilled,
  CircleFilled,
  CircleHalfFillFilled,
  CircleHintRegular,
  SquareFilled,
} from "@fluentui/react-icons";
import type { ReactElement } from "react";

/** Made once: a plan shows hundreds of them, and an element that stays the same costs nothing to draw again. */
const symbols: Record<RatingColour, ReactElement> = {
  blue: <CheckmarkCircleFilled aria-hidden />,
  green: <CircleFilled aria-hidden />,
  amber: <CircleHalfFillFilled aria-hidden />,
  red: <SquareFilled aria-hidden />,
  none: <CircleHintRegular aria-hidden />,
};

/** The rating's sign by itself; its name has to stand beside it. */
export function RatingSymbol({ rating }: { rating: Rating }) {
  return symbols[rating.colour];
}

/** The sign on a square of the rating's colour, for keys and choices. */
export function RatingChip({ rating }: { rating: Rating }) {
  return <span className={`rating-chip rating-${rating.colour}`}>{symbols[rating.colour]}</span>;
}
