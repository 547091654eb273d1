import type { Agency } from "#plan/plan.ts";
import { Field } from "@fluentui/react-field";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { agencyName } from "./agency-name.ts";
import { invalid } from "./invalid.ts";

interface AgencyFieldProps {
  readonly label: string;
  readonly agencies: readonly Agency[];
  /** Short names to choose from; a single one is said and not asked for. */
  readonly choices: readonly string[];
  readonly value: string | undefined;
  readonly onChange: (shortName: string) => void;
  readonly problem?: string | undefined;
  /** How a single one is said: "As" Marlshire ICB. */
  readonly only: string;
}

/** Which agency it is: asked only where there are several. */
export function AgencyField(props: AgencyFieldProps) {
  const { label, agencies, choices, value, onChange, problem, only } = props;
  const [first, second] = choices;
  if (first !== undefined && second === undefined)
    return (
      <div className="small muted">
        {only} {agencyName(agencies, first)}
      </div>
    );
  return (
    <Field label={label} required {...invalid(problem)}>
      <RadioGroup value={value ?? ""} onChange={(_, data) => onChange(data.value)}>
        {choices.map((shortName) => (
          <Radio key={shortName} value={shortName} label={agencyName(agencies, shortName)} />
        ))}
      </RadioGroup>
    </Field>
  );
}
