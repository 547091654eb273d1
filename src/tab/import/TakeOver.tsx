import { Checkbox } from "@fluentui/react-checkbox";
import { memo } from "react";

/** Takes what a person says of the difference of that name. */
export type OnTake = (key: string, taken: boolean) => void;

interface TakeOverProps {
  /** The difference, by its name. */
  readonly of: string;
  readonly words: string;
  readonly taken: boolean;
  /** The same function each time. */
  readonly onTake: OnTake;
}

/** Whether one difference is taken over. A press draws one of many anew. */
export const TakeOver = memo(function TakeOver({ of, words, taken, onTake }: TakeOverProps) {
  return (
    <Checkbox
      label="Take over"
      aria-label={`Take over: ${words.slice(0, 100)}`}
      checked={taken}
      onChange={(_event, { checked }) => onTake(of, checked === true)}
    />
  );
});
