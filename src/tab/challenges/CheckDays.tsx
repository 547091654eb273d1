import { counted } from "#plan/words.ts";
import { invalid } from "#tab/form/invalid.ts";
import { Button } from "@fluentui/react-components";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { type FormEvent, useState } from "react";

interface CheckDaysProps {
  /** The check's. */
  readonly title: string;
  readonly days: number;
  readonly usualDays: number;
  readonly mayTune: boolean;
  readonly busy: boolean;
  readonly onDays: (days: number) => void;
}

/** After how many days the check asks; for owners to change. */
export function CheckDays({ title, days, usualDays, mayTune, busy, onDays }: CheckDaysProps) {
  const [typed, setTyped] = useState(String(days));
  const [of, setOf] = useState(days);
  if (of !== days) {
    setOf(days);
    // Whoever is typing goes on, though somebody else has saved another number.
    if (typed === String(of)) setTyped(String(days));
  }
  const number = Number(typed);
  const fits = /^\d+$/.test(typed) && number >= 1 && number <= 3650;
  if (!mayTune) return <span className="muted">After {counted(days, "day")}.</span>;
  function save(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    // The button goes away with what there was to save.
    event.currentTarget.querySelector("input")?.focus();
    if (fits && number !== days) onDays(number);
  }
  return (
    <form className="check-days" noValidate onSubmit={save}>
      <Field
        label={`${title}: after how many days`}
        hint={`Usually ${counted(usualDays, "day")}.`}
        {...invalid(fits ? undefined : "Write a whole number of days, from 1 to 3,650.")}
      >
        <Input
          type="number"
          min={1}
          max={3650}
          value={typed}
          onChange={(_, { value }) => setTyped(value)}
        />
      </Field>
      {number !== days && (
        <Button type="submit" size="small" disabledFocusable={busy || !fits}>
          Save
        </Button>
      )}
    </form>
  );
}
