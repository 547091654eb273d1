import type { Rating } from "#plan/rating-scheme.ts";
import { ArrowRightRegular } from "@fluentui/react-icons";
import { Said } from "#tab/notice/Said.tsx";
import { RatingBadge } from "./RatingBadge.tsx";

interface RatingPairProps {
  readonly proposed: Rating;
  readonly agreed?: Rating | undefined;
}

/** The rating that counts, with the agency's own before it where they differ: `G → Amber`. */
export function RatingPair({ proposed, agreed }: RatingPairProps) {
  if (!agreed) return <RatingBadge rating={proposed} />;
  if (agreed.id === proposed.id) return <RatingBadge rating={agreed} agreed />;
  return (
    <RatingChange
      from={proposed}
      to={agreed}
      agreed
      says={`Proposed ${proposed.name}, agreed ${agreed.name}`}
    />
  );
}

interface RatingChangeProps {
  readonly from: Rating;
  readonly to: Rating;
  readonly agreed?: boolean;
  /** The same in words, for a screen reader and on hover. */
  readonly says: string;
}

/** Two ratings with an arrow between them. */
export function RatingChange({ from, to, agreed = false, says }: RatingChangeProps) {
  return (
    <span className="rating-pair" title={says}>
      <Said>{says}</Said>
      <span className="rating-pair" aria-hidden>
        <RatingBadge rating={from} short />
        <ArrowRightRegular />
        <RatingBadge rating={to} agreed={agreed} />
      </span>
    </span>
  );
}
