import { type ColumnMeaning, columnMeanings } from "#documents/column-meaning.ts";
import type { DocumentColumn } from "#documents/plan-document.ts";
import { Checkbox } from "@fluentui/react-checkbox";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";
import { useState } from "react";
import { meaningNames } from "./meaning-names.ts";

interface ReviewColumnsProps {
  readonly columns: readonly DocumentColumn[];
  /** All of them, one corrected. */
  readonly onColumns: (columns: readonly DocumentColumn[]) => void;
  /** Whether they are kept for the next document; undefined where nothing was corrected, or nobody may. */
  readonly kept: boolean | undefined;
  readonly onKept: (kept: boolean) => void;
}

/** What each heading of the document's tables was understood as, to be corrected: the document is then read anew. */
export function ReviewColumns({ columns, onColumns, kept, onKept }: ReviewColumnsProps) {
  const [isOpen, setOpen] = useState(false);
  if (columns.length === 0) return null;
  const notes = columns.filter(({ meaning }) => meaning === "unfamiliar").length;
  return (
    <details
      className="import-agencies"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{inShort(columns.length - notes, notes)}</summary>
      <div className="import-agency-fields">
        {(isOpen ? columns : []).map(({ heading, meaning }, at) => (
          <Field key={heading} label={`Column “${heading}”`}>
            <Select
              value={meaning}
              onChange={(_event, { value }) => {
                const chosen = columnMeanings.find((each) => each === value);
                if (chosen) onColumns(columns.with(at, { heading, meaning: chosen }));
              }}
            >
              {inOrder.map((each) => (
                <option key={each} value={each}>
                  {meaningNames[each]}
                </option>
              ))}
            </Select>
          </Field>
        ))}
      </div>
      {kept !== undefined && (
        <Checkbox
          label="Read the next document of this plan like that, too"
          checked={kept}
          onChange={(_event, { checked }) => onKept(checked === true)}
        />
      )}
    </details>
  );
}

const inOrder: readonly ColumnMeaning[] = columnMeanings.toSorted((one, other) =>
  meaningNames[one].localeCompare(meaningNames[other], "en-GB"),
);

function inShort(understood: number, notes: number): string {
  const all = `How its columns were read: ${understood} understood`;
  return notes === 0 ? `${all}.` : `${all}, ${notes} kept as notes.`;
}
