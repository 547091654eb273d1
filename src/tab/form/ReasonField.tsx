import { WordsField } from "./WordsField.tsx";

interface ReasonFieldProps {
  /** Whether what is decided cannot stand without one. */
  readonly required: boolean;
  readonly value: string;
  readonly onChange: (reason: string) => void;
  readonly problem?: string | undefined;
}

/** Why the group decides so. */
export function ReasonField({ required, ...field }: ReasonFieldProps) {
  return (
    <WordsField
      {...field}
      label={required ? "Reason" : "Reason (optional)"}
      required={required}
      where="the reason"
      rows={3}
    />
  );
}
