import type { Agency } from "#plan/plan.ts";
import { Select } from "@fluentui/react-select";
import "./tools.css";

interface AgencyChoiceProps {
  readonly agencies: readonly Agency[];
  /** A short name; empty for all. */
  readonly value: string;
  readonly onChoose: (shortName: string) => void;
}

/** One agency's part, or everybody's. */
export function AgencyChoice({ agencies, value, onChoose }: AgencyChoiceProps) {
  return (
    <Select
      className="agency-choice"
      aria-label="Agency"
      value={value}
      onChange={(_, data) => onChoose(data.value)}
    >
      <option value="">All agencies</option>
      {agencies.map(({ shortName, name }) => (
        <option key={shortName} value={shortName}>
          {name}
        </option>
      ))}
    </Select>
  );
}
