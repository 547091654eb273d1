import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Textarea } from "@fluentui/react-textarea";
import { identifierProblem, identifierWarning } from "./identifiers.ts";
import { doubtful, invalid } from "./invalid.ts";

interface WordsFieldProps {
  readonly label: string;
  /** The field within a sentence: "what you say". */
  readonly where: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  /** Shown once saving was tried. */
  readonly problem?: string | undefined;
  readonly required?: boolean;
  readonly hint?: string;
  readonly rows?: number;
  readonly oneLine?: boolean;
}

/**
 * Words that somebody types. An NHS number in them is refused here and at once, without saying what it is; what reads as
 * a date of birth is warned about.
 */
export function WordsField(props: WordsFieldProps) {
  const { label, where, value, onChange, problem, required = false, hint, oneLine = false } = props;
  const wrong = identifierProblem(value, where) ?? problem;
  const warning = wrong === undefined ? identifierWarning(value, where) : undefined;
  return (
    <Field
      label={label}
      required={required}
      {...(hint === undefined ? {} : { hint })}
      {...doubtful(warning)}
      {...invalid(wrong)}
    >
      {oneLine ? (
        <Input value={value} onChange={(_, data) => onChange(data.value)} />
      ) : (
        <Textarea
          resize="vertical"
          rows={props.rows ?? 4}
          value={value}
          onChange={(_, data) => onChange(data.value)}
        />
      )}
    </Field>
  );
}
