import { dayOf } from "#plan/iso-date.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { Choice } from "#tab/filter/Choice.tsx";
import { ComparedDays } from "./ComparedDays.tsx";
import { PlanOnDay } from "./PlanOnDay.tsx";
import "./changes.css";

type Shown = "changes" | "plan";

const choices = [
  ["changes", "What changed"],
  ["plan", "The plan on a day"],
] as const;

/** What changed in the plan between two days, and the plan as it stood on one. */
export function ChangesView(props: ViewProps) {
  const { params, onParams } = props;
  const { now } = usePorts();
  const today = dayOf(now());
  const shown: Shown = params.has("on") ? "plan" : "changes";
  const choose = (next: Shown) => {
    if (next !== shown) onParams(new URLSearchParams(next === "plan" ? { on: today } : {}));
  };
  return (
    <div className="changes">
      <Choice label="What to show" choices={choices} value={shown} onChoose={choose} />
      {shown === "plan" ? (
        <PlanOnDay {...props} today={today} />
      ) : (
        <ComparedDays {...props} today={today} />
      )}
    </div>
  );
}
