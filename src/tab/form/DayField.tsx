import { Said } from "#tab/notice/Said.tsx";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { invalid } from "./invalid.ts";

interface DayFieldProps {
  readonly label: string;
  /** Of which of several it is the day: heard, where it is seen by where it stands. */
  readonly of?: string;
  /** `2026-11-19`; empty where no day is chosen. */
  readonly value: string;
  readonly onChange: (day: string) => void;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly hint?: string;
}

/** A day, chosen as the browser lets people choose one: in their own order of day and month. */
export function DayField({ label, of, value, onChange, problem, required, hint }: DayFieldProps) {
  return (
    <Field
      label={
        of === undefined
          ? label
          : {
              children: (
                <>
                  {label}
                  <Said>: {of}</Said>
                </>
              ),
            }
      }
      required={required === true}
      {...(hint === undefined ? {} : { hint })}
      {...invalid(problem)}
    >
      <Input type="date" value={value} onChange={(_, data) => onChange(data.value)} />
    </Field>
  );
}
