import { inFigures } from "#plan/words.ts";
import "#tab/configure/configure.css";
import { isReadable } from "#tab/configure/plan-words.ts";
import { SearchedPlans } from "#tab/configure/SearchedPlans.tsx";
import type { PlanSummary } from "#usecases/ports/plans.ts";

interface PlanListProps {
  readonly plans: readonly PlanSummary[];
  readonly onOpen: (planId: number) => void;
}

/** The plans of the site, newest first; many of them are searched. */
export function PlanList({ plans, onOpen }: PlanListProps) {
  return (
    <section className="mine-section" aria-label="Plans">
      <h2>
        Plans <span className="muted">{inFigures(plans.length)}</span>
      </h2>
      <SearchedPlans plans={plans}>
        {(shown, about) => (
          <ul>
            {shown.map((summary) => (
              <li key={summary.id}>
                <button
                  type="button"
                  className="mine-item"
                  disabled={!isReadable(summary)}
                  onClick={() => onOpen(summary.id)}
                >
                  <span className="strong">{summary.title}</span>
                  <span className="small muted">{about(summary)}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </SearchedPlans>
    </section>
  );
}
