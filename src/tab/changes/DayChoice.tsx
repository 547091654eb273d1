import { addDays, formatDate, type IsoDate, isIsoDate } from "#plan/iso-date.ts";
import type { PlanVersion } from "#plan/plan.ts";
import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import { Select } from "@fluentui/react-select";
import { type ChosenDay, readDay, writeDay } from "./days.ts";
import "#tab/filter/tools.css";

interface DayChoiceProps {
  /** "From", "to", "On". */
  readonly label: string;
  readonly value: ChosenDay;
  readonly versions: readonly PlanVersion[];
  readonly today: IsoDate;
  readonly onChoose: (day: ChosenDay) => void;
}

const otherDay = "day";

/** A day: that of a version, today, or any other until today. */
export function DayChoice({ label, value, versions, today, onChoose }: DayChoiceProps) {
  const own = value.version === undefined && value.day !== today;
  const dated = versions.filter(({ date }) => date !== undefined && date <= today).toReversed();
  return (
    <div className="day-choice">
      <Field label={label} orientation="horizontal">
        <Select
          value={own ? otherDay : writeDay(value)}
          onChange={(_, data) => {
            if (data.value === otherDay) onChoose({ day: addDays(today, -1) });
            else onChoose(readDay(data.value, { versions, today }) ?? value);
          }}
        >
          <option value={today}>Today, {formatDate(today)}</option>
          {dated.map(({ number, date }) => (
            <option key={number} value={`v${number}`}>
              Version {number}, {date && formatDate(date)}
            </option>
          ))}
          <option value={otherDay}>Another day</option>
        </Select>
      </Field>
      {own && (
        <Input
          type="date"
          aria-label={`${label}: day`}
          value={value.day}
          max={today}
          onChange={(_, data) => {
            if (isIsoDate(data.value) && data.value <= today) onChoose({ day: data.value });
          }}
        />
      )}
    </div>
  );
}
