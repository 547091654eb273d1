import { bankHolidaysKnown } from "./bank-holidays.ts";
import { daysBetween, type IsoDate } from "./iso-date.ts";
import type { Plan } from "./plan.ts";
import { addWorkingDays, workingDaysBetween } from "./working-days.ts";

/** A plan goes to the regulator within 20 working days of the day its report was received. */
const submissionWorkingDays = 20;

export interface SubmissionClock {
  readonly due: IsoDate;
  /** Where the plan names no date: it was counted from the report's publication, the day of receipt being unknown. */
  readonly counted: boolean;
  /** Until it is due, 0 on the day itself, negative after it; absent where bank holidays are not known. */
  readonly workingDays?: number | undefined;
  readonly days: number;
}

/** The clock that runs until a plan was sent; undefined once it was, and where neither date is known. */
export function submissionClock(plan: Plan, today: IsoDate): SubmissionClock | undefined {
  if (plan.submitted !== undefined) return undefined;
  const due = plan.submissionDue ?? countedFrom(plan.published);
  if (due === undefined) return undefined;
  return {
    due,
    counted: plan.submissionDue === undefined,
    workingDays: holidaysKnown(due) && holidaysKnown(today) ? daysLeft(due, today) : undefined,
    days: daysBetween(today, due),
  };
}

function countedFrom(published: IsoDate | undefined): IsoDate | undefined {
  if (published === undefined || !holidaysKnown(published)) return undefined;
  try {
    return addWorkingDays(published, submissionWorkingDays);
  } catch (cause) {
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

/** Not -0 on the day itself. */
function daysLeft(due: IsoDate, today: IsoDate): number {
  return workingDaysBetween(today, due) || 0;
}

function holidaysKnown(day: IsoDate): boolean {
  return day >= bankHolidaysKnown.from && day <= bankHolidaysKnown.to;
}
