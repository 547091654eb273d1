import { faultInWords, howToMend } from "#plan/fault.ts";
import { faultsOf } from "#plan/faults.ts";
import { counted } from "#plan/words.ts";
import type { OpenPlan, PlanSummary } from "#usecases/ports/plans.ts";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";
import { useMemo } from "react";
import "./plan-faults.css";

interface PlanFaultsProps {
  readonly open: OpenPlan;
  /** The plans of the site, some of which may not be readable at all. */
  readonly plans: readonly PlanSummary[];
}

/** So many are listed; whoever mends those finds the others after them. */
const most = 50;

/** What in the plan’s lists cannot be right, column by column, so that nobody takes the rest for all of it. */
export function PlanFaults({ open, plans }: PlanFaultsProps) {
  const faults = useMemo(() => faultsOf(open), [open]);
  const closed = plans.filter(({ unreadable }) => unreadable !== undefined);
  if (faults.length + closed.length === 0) return null;
  const more = faults.length - most;
  return (
    <MessageBar intent="warning" layout="multiline" className="plan-faults">
      <MessageBarBody>
        {closed.map(({ id, title, unreadable }) => (
          <p key={id}>
            The plan “{title}” cannot be opened. {unreadable}
          </p>
        ))}
        {faults.length > 0 && (
          <details>
            <summary>
              {counted(faults.length, "entry", "entries")} in this plan’s lists cannot be right.
              Nothing is rated better for that: what cannot be read counts as not there.
            </summary>
            <ul>
              {faults.slice(0, most).map((fault) => (
                <li key={`${fault.list} ${fault.itemId} ${fault.column} ${fault.wrong}`}>
                  {faultInWords(fault)}
                </li>
              ))}
              {more > 0 && <li>{counted(more, "other", "others")}</li>}
            </ul>
            <p>{howToMend}</p>
          </details>
        )}
      </MessageBarBody>
    </MessageBar>
  );
}
