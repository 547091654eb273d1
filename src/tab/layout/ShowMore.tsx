import { inFigures } from "#plan/words.ts";
import { Button } from "@fluentui/react-components";

/** So many at once keep the page quick; more are a press away. */
export const inSteps = 100;

interface ShowMoreProps {
  /** How many there are. */
  readonly of: number;
  /** How many of them are shown. */
  readonly most: number;
  readonly onMost: (most: number) => void;
}

export function ShowMore({ of, most, onMost }: ShowMoreProps) {
  const left = Math.min(inSteps, of - most);
  if (left <= 0) return null;
  return (
    <Button size="small" onClick={() => onMost(most + inSteps)}>
      {`Show ${left} more of ${inFigures(of - most)}`}
    </Button>
  );
}
