import { formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import type { Choices, ReviewAction } from "./review-rows.ts";

/** What a person may put right in a row, and what they said so far. */
export interface Fixes {
  readonly choices: Choices;
  /** Short names of the agencies of this document and of the site. */
  readonly agencies: readonly string[];
  /** Undefined takes the answer back. */
  readonly onDue: (key: string, day: IsoDate | undefined) => void;
  readonly onAgency: (key: string, agency: string | undefined) => void;
}

/** A day where none or several were read, an agency where none was. */
export function RowFixes({
  row,
  due,
  ...fixes
}: Fixes & { readonly row: ReviewAction; readonly due: IsoDate | undefined }) {
  const hasNoAgency = row.action.agencies.length === 0;
  return (
    <div className="import-fix">
      <DueFix row={row} due={due} onDue={fixes.onDue} />
      {hasNoAgency && <AgencyFix row={row} {...fixes} />}
    </div>
  );
}

function DueFix({
  row: { action, key, due: read, problems },
  due,
  onDue,
}: Pick<Fixes, "onDue"> & { readonly row: ReviewAction; readonly due: IsoDate | undefined }) {
  const dates = problems.flatMap((problem) => problem.dates ?? []);
  const label = `Due date of: ${action.text.slice(0, 80)}`;
  if (read === undefined)
    return (
      <Input
        size="small"
        type="date"
        aria-label={label}
        value={due ?? ""}
        onChange={(_event, { value }) => onDue(key, isIsoDate(value) ? value : undefined)}
      />
    );
  if (dates.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={label}
      value={due ?? ""}
      onChange={(_event, { value }) =>
        onDue(
          key,
          dates.find((each) => each === value),
        )
      }
    >
      {dates.map((day) => (
        <option key={day} value={day}>
          Due {formatDate(day)}
        </option>
      ))}
    </Select>
  );
}

function AgencyFix({
  row: { action, key },
  choices,
  agencies,
  onAgency,
}: Pick<Fixes, "choices" | "agencies" | "onAgency"> & { readonly row: ReviewAction }) {
  if (agencies.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={`Agency of: ${action.text.slice(0, 80)}`}
      value={choices.agency.get(key) ?? ""}
      onChange={(_event, { value }) => onAgency(key, value === "" ? undefined : value)}
    >
      <option value="">No agency yet</option>
      {agencies.map((name) => (
        <option key={name} value={name}>
          {name}
        </option>
      ))}
    </Select>
  );
}
