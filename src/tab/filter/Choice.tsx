import { ToggleButton } from "@fluentui/react-components";
import "./choice.css";

interface ChoiceProps<T extends string> {
  /** What is chosen, for a screen reader: "Which rating". */
  readonly label: string;
  readonly choices: readonly (readonly [value: T, name: string])[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}

/** One of a few ways to count, one press away. */
export function Choice<T extends string>({ label, choices, value, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset className="chart-choice">
      <legend className="said">{label}</legend>
      {choices.map(([each, name]) => (
        <ToggleButton
          key={each}
          size="small"
          appearance="subtle"
          checked={each === value}
          onClick={() => onChoose(each)}
        >
          {name}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
