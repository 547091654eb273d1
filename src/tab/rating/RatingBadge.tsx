import { notRated, type Rating } from "#plan/rating-scheme.ts";
import { Badge } from "@fluentui/react-components";
import { RatingSymbol } from "./RatingSymbol.tsx";
import "./rating.css";

interface RatingBadgeProps {
  readonly rating: Rating;
  /** Filled: the group agreed it. Outlined: an agency proposes it. */
  readonly agreed?: boolean;
  /** The letter instead of the name, where a second badge follows. */
  readonly short?: boolean;
}

/** A rating as symbol and name; its colour repeats what both say. */
export function RatingBadge({ rating, agreed = false, short = false }: RatingBadgeProps) {
  const said = agreed && rating.id !== notRated.id ? "agreed" : "proposed";
  return (
    <Badge
      className={`rating-badge rating-${rating.colour} rating-${said}`}
      appearance={said === "agreed" ? "filled" : "outline"}
      shape="rounded"
      size="large"
      icon={<RatingSymbol rating={rating} />}
    >
      {short ? <abbr title={rating.name}>{rating.letter}</abbr> : rating.name}
    </Badge>
  );
}
