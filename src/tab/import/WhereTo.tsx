import type { PlanSummary } from "#usecases/ports/plans.ts";
import { Field } from "@fluentui/react-field";
import { Select } from "@fluentui/react-select";

/** A plan of its own, or one of the site's, by its id. */
export type Target = "new" | number;

interface WhereToProps {
  readonly plans: readonly PlanSummary[];
  /** Whether it may become a plan of its own. */
  readonly mayBeNew: boolean;
  readonly target: Target;
  readonly onTarget: (target: Target) => void;
}

/** Which plan a document is for. */
export function WhereTo({ plans, mayBeNew, target, onTarget }: WhereToProps) {
  return (
    <Field label="Where it goes">
      <Select
        value={String(target)}
        onChange={(_event, { value }) => onTarget(value === "new" ? "new" : Number(value))}
      >
        {mayBeNew && <option value="new">A new plan</option>}
        {plans.map(({ id, title, unreadable }) => (
          <option key={id} value={String(id)} disabled={unreadable !== undefined}>
            {`Into “${title}”`}
          </option>
        ))}
      </Select>
    </Field>
  );
}
