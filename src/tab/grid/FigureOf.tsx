import { inFigures } from "#plan/words.ts";
import { Said } from "#tab/notice/Said.tsx";
import { AttachRegular, FlagRegular } from "@fluentui/react-icons";

// Elements that stay the same cost nothing to draw again.
const signs = {
  evidence: <AttachRegular aria-hidden />,
  "to challenge": <FlagRegular aria-hidden />,
};

interface FigureOfProps {
  readonly what: keyof typeof signs;
  readonly count: number;
}

/** How much of something there is, under its sign. */
export function FigureOf({ what, count }: FigureOfProps) {
  return (
    <span className={count === 0 ? "plan-count muted" : "plan-count"}>
      {signs[what]}
      {inFigures(count)}
      <Said>{` ${what}`}</Said>
    </span>
  );
}
