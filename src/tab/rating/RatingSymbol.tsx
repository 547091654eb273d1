import type { Rating, RatingColour } from "#plan/rating-scheme.ts";
import {
  CheckmarkCircleFilled,
  CircleFilled,
  CircleHalfFillFilled,
  CircleHintRegular,
  SquareFilled,
} from "@fluentui/react-icons";

const icons = {
  blue: CheckmarkCircleFilled,
  green: CircleFilled,
  amber: CircleHalfFillFilled,
  red: SquareFilled,
  none: CircleHintRegular,
} satisfies Record<RatingColour, typeof CircleFilled>;

/** The rating's sign by itself; its name has to stand beside it. */
export function RatingSymbol({ rating }: { rating: Rating }) {
  const Icon = icons[rating.colour];
  return <Icon aria-hidden />;
}

/** The sign on a square of the rating's colour, for keys and choices. */
export function RatingChip({ rating }: { rating: Rating }) {
  return (
    <span className={`rating-chip rating-${rating.colour}`}>
      <RatingSymbol rating={rating} />
    </span>
  );
}
