import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { invalid } from "./invalid.ts";

interface DayFieldProps {
  readonly label: string;
  /** `2026-11-19`; empty where no day is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly hint?: string;
}

/** A day, chosen as the browser lets people choose one: in their own order of day and month. */
export function DayField({ label, value, onChange, problem, required, hint }: DayFieldProps) {
  return (
    <Field
      label={label}
      required={required === true}
      {...(hint === undefined ? {} : { hint })}
      {...invalid(problem)}
    >
      <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
