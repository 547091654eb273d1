import { aboutPlan, isReadable } from "#tab/configure/plan-words.ts";
import type { MyPlan } from "./use-my-plans.ts";

interface PlanListProps {
  readonly plans: readonly MyPlan[];
  readonly onOpen: (planId: number) => void;
}

/** The plans of the site, newest first. */
export function PlanList({ plans, onOpen }: PlanListProps) {
  return (
    <section className="mine-section" aria-label="Plans">
      <h2>
        Plans <span className="muted">{plans.length}</span>
      </h2>
      <ul>
        {plans.map(({ summary }) => (
          <li key={summary.id}>
            <button
              type="button"
              className="mine-item"
              disabled={!isReadable(summary)}
              onClick={() => onOpen(summary.id)}
            >
              <span className="strong">{summary.title}</span>
              <span className="small muted">{aboutPlan(summary)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
