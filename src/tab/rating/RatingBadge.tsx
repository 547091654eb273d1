import { notRated, type Rating } from "#plan/rating-scheme.ts";
import { Said } from "#tab/notice/Said.tsx";
import { RatingSymbol } from "./RatingSymbol.tsx";
import "./rating.css";

interface RatingBadgeProps {
  readonly rating: Rating;
  /** Filled: the group agreed it. Outlined: an agency proposes it. */
  readonly agreed?: boolean;
  /** The letter instead of the name, where a second badge follows. */
  readonly short?: boolean;
}

/** Letters that have room wherever a rating stands. */
const most = 14;

/**
 * A rating as symbol and name; its colour repeats what both say. It looks as Fluent's Badge does and is not one: a plan
 * draws dozens of them in each frame of scrolling.
 */
export function RatingBadge({ rating, agreed = false, short = false }: RatingBadgeProps) {
  const said = agreed && rating.id !== notRated.id ? "agreed" : "proposed";
  return (
    <span
      className={`rating-badge rating-${rating.colour} rating-${said}`}
      title={rating.name.length > most ? rating.name : undefined}
    >
      <RatingSymbol rating={rating} />
      {short ? <Letter of={rating} /> : rating.name}
    </span>
  );
}

/** A screen reader says the name: it reads an abbreviation as its letter, whatever its title is. */
function Letter({ of: { name, letter } }: { of: Rating }) {
  return (
    <span title={name}>
      <span aria-hidden>{letter}</span>
      <Said>{name}</Said>
    </span>
  );
}
