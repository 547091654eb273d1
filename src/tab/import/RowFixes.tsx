import { formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import type { Decision, ReviewAction } from "./review-rows.ts";

/** Takes what a person says of the row with that key. */
export type Decide = (key: string, said: Decision) => void;

/** What a person may put right in a row, and what they said so far. */
interface Fixes {
  readonly row: ReviewAction;
  /** Short names of the agencies of this document and of the site. */
  readonly agencies: readonly string[];
  readonly due: IsoDate | undefined;
  readonly agency: string | undefined;
  readonly onDecide: Decide;
}

/** A day where none or several were read, an agency where none was. */
export function RowFixes(fixes: Fixes) {
  const hasNoAgency = fixes.row.action.agencies.length === 0;
  return (
    <div className="import-fix">
      <DueFix {...fixes} />
      {hasNoAgency && <AgencyFix {...fixes} />}
    </div>
  );
}

function DueFix({
  row: { action, key, due: read, problems },
  due,
  onDecide,
}: Pick<Fixes, "row" | "due" | "onDecide">) {
  const dates = problems.flatMap((problem) => problem.dates ?? []);
  const label = `Due date of: ${action.text.slice(0, 80)}`;
  if (read === undefined)
    return (
      <Input
        size="small"
        type="date"
        aria-label={label}
        value={due ?? ""}
        onChange={(_event, { value }) =>
          onDecide(key, { what: "due", answer: isIsoDate(value) ? value : undefined })
        }
      />
    );
  if (dates.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={label}
      value={due ?? ""}
      onChange={(_event, { value }) =>
        onDecide(key, { what: "due", answer: dates.find((each) => each === value) })
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
  agency,
  agencies,
  onDecide,
}: Pick<Fixes, "row" | "agency" | "agencies" | "onDecide">) {
  if (agencies.length === 0) return null;
  return (
    <Select
      size="small"
      aria-label={`Agency of: ${action.text.slice(0, 80)}`}
      value={agency ?? ""}
      onChange={(_event, { value }) =>
        onDecide(key, { what: "agency", answer: value === "" ? undefined : value })
      }
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
