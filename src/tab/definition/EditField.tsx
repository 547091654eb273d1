import type { Agency } from "#plan/plan.ts";
import { DayField } from "#tab/form/DayField.tsx";
import { WordsField } from "#tab/form/WordsField.tsx";
import { Checkbox } from "@fluentui/react-components";
import { type DefinitionField, linesOf } from "./fields.ts";
import "./definition.css";

interface EditFieldProps {
  readonly field: DefinitionField;
  readonly agencies: readonly Agency[];
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One field of a definition, asked for as what it is. */
export function EditField({ field, agencies, value, problem, onChange }: EditFieldProps) {
  const { label, kind, required = false } = field;
  if (kind === "day") return <DayField {...{ label, value, problem, onChange }} />;
  if (kind === "agencies") return <Agencies {...{ label, agencies, value, onChange }} />;
  return (
    <WordsField
      {...{ label, value, problem, required, onChange }}
      where="this field"
      oneLine={kind === "line"}
      rows={kind === "text" ? 4 : 3}
    />
  );
}

function Agencies(
  props: Pick<EditFieldProps, "agencies" | "value" | "onChange"> & { label: string },
) {
  const { label, agencies, value, onChange } = props;
  const named = linesOf(value);
  function tick(shortName: string, ticked: boolean): void {
    const others = named.filter((name) => name !== shortName);
    onChange((ticked ? [...others, shortName] : others).join("\n"));
  }
  return (
    <fieldset className="definition-agencies">
      <legend>{label}</legend>
      {agencies.map(({ shortName, name }) => (
        <Checkbox
          key={shortName}
          label={name}
          checked={named.includes(shortName)}
          onChange={(_, { checked }) => tick(shortName, checked === true)}
        />
      ))}
    </fieldset>
  );
}
