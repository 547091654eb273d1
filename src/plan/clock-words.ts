import type { SubmissionClock } from "./clock.ts";
import { formatDate, type IsoDate } from "./iso-date.ts";
import { counted, distanceInWords } from "./words.ts";

/** "Submission due 11 August 2015, 12 working days left"; "Submission was due 11 August 2015, 3 weeks ago". */
export function submissionInWords(
  { due, workingDays, days }: SubmissionClock,
  today: IsoDate,
): string {
  const when = formatDate(due);
  if (days === 0) return `Submission due today, ${when}`;
  if (days < 0) return `Submission was due ${when}, ${distanceInWords(due, today)}`;
  const left =
    workingDays === undefined
      ? distanceInWords(due, today)
      : `${counted(workingDays, "working day")} left`;
  return `Submission due ${when}, ${left}`;
}
