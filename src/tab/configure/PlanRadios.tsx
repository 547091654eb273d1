import type { PlanSummary } from "#usecases/ports/plans.ts";
import { Radio, RadioGroup } from "@fluentui/react-radio";
import { SearchedPlans } from "./SearchedPlans.tsx";

interface PlanRadiosProps {
  readonly plans: readonly PlanSummary[];
  readonly chosen: number | undefined;
  readonly onChoose: (planId: number) => void;
  /** The id of what asks. */
  readonly question: string;
}

/** One of the site's plans is chosen; among many they are searched. The one chosen stays so while it is not in sight. */
export function PlanRadios({ plans, chosen, onChoose, question }: PlanRadiosProps) {
  const had = plans.find(({ id }) => id === chosen);
  return (
    <SearchedPlans plans={plans}>
      {(shown, about) => (
        <>
          {had !== undefined && !shown.includes(had) && <p>Chosen: “{had.title}”</p>}
          <RadioGroup
            aria-labelledby={question}
            value={chosen === undefined ? "" : String(chosen)}
            onChange={(_, { value }) => onChoose(Number(value))}
          >
            {shown.map((plan) => (
              <Radio
                key={plan.id}
                value={String(plan.id)}
                className="configure-plan"
                disabled={plan.unreadable !== undefined}
                label={
                  <>
                    <span className="strong">{plan.title}</span>
                    <span className="configure-about small">{about(plan)}</span>
                  </>
                }
              />
            ))}
          </RadioGroup>
        </>
      )}
    </SearchedPlans>
  );
}
