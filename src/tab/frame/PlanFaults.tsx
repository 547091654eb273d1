import { type Fault, faultLines, howToMend } from "#plan/fault.ts";
import { faultsOf } from "#plan/faults.ts";
import { mayOwn } from "#plan/permissions.ts";
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

/** So many lines are shown; whoever mends what they say finds the others after them. */
const most = 50;

/** What in the plan’s lists cannot be right, column by column, so that nobody takes the rest for all of it. */
export function PlanFaults({ open, plans }: PlanFaultsProps) {
  const faults = useMemo(() => faultsFor(open), [open]);
  const lines = useMemo(() => faultLines(faults), [faults]);
  const closed = plans.filter(({ unreadable }) => unreadable !== undefined);
  if (faults.length + closed.length === 0) return null;
  const more = lines.length - most;
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
              {lines.slice(0, most).map((line) => (
                <li key={line}>{line}</li>
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

/** Of what is in no plan its owners are told: nobody else can do anything about it. */
function faultsFor(open: OpenPlan): readonly Fault[] {
  return [...faultsOf(open), ...(mayOwn(open.me) ? (open.astray ?? []) : [])];
}
