import { formatDate, type IsoDate } from "#plan/iso-date.ts";
import type { Agency } from "#plan/plan.ts";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { Field } from "#tab/drawer/Field.tsx";
import type { ActionView } from "#tab/rows/plan-view.ts";
import { dueSentence, dueWords } from "#tab/words/due.ts";
import { SmartLetters } from "./SmartLetters.tsx";
import { Statements } from "./Statements.tsx";

interface ActionDetailsProps {
  readonly view: ActionView;
  readonly scheme: RatingScheme;
  readonly agencies: readonly Agency[];
  readonly today: IsoDate;
}

/** What the plan says of the action: its words in full, and every field that has something in it. */
export function ActionDetails({ view, scheme, agencies, today }: ActionDetailsProps) {
  const { action, recommendation } = view;
  return (
    <>
      <p className="drawer-text">{action.text}</p>
      <dl className="fields">
        <Field name="Leads">{action.leads.join("; ") || "Nobody is named"}</Field>
        <Field name="Due">
          <Due view={view} scheme={scheme} today={today} />
        </Field>
        {action.agencies.length > 0 && (
          <Field name="Agencies">
            <Statements view={view} scheme={scheme} agencies={agencies} today={today} />
          </Field>
        )}
        <Field name="Outcome">{recommendation.outcome}</Field>
        <Field name="Milestones">{action.milestones}</Field>
        <Field name="Measure">{measures(action)}</Field>
        <Field name="Evidence expected">
          {action.evidenceExpected ?? recommendation.anticipatedEvidence}
        </Field>
        <Field name="SMART">
          <SmartLetters view={view} />
        </Field>
        <Field name="Progress as printed">{action.progressAsPrinted}</Field>
      </dl>
    </>
  );
}

function measures({ outcomeMeasure, measureOfSuccess }: ActionView["action"]): string {
  return [outcomeMeasure, measureOfSuccess].filter(Boolean).join("; ");
}

function Due({ view, scheme, today }: Pick<ActionDetailsProps, "view" | "scheme" | "today">) {
  const { action, state } = view;
  const due = dueWords(scheme, { action, state, today });
  const revised = state.due !== action.due;
  const printed = action.dueAsPrinted;
  return (
    <>
      <div className={due.late ? "late" : undefined}>{dueSentence(due, state.due)}</div>
      {revised && action.due !== undefined && (
        <div className="muted">First due {formatDate(action.due)}</div>
      )}
      {state.dateAskedFor !== undefined && (
        <div className="muted">{formatDate(state.dateAskedFor)} asked for, not agreed</div>
      )}
      {state.due !== undefined && printed !== "" && printed !== formatDate(state.due) && (
        <div className="muted">Printed in the plan as “{printed}”</div>
      )}
    </>
  );
}
