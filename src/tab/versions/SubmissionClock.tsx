import { submissionInWords } from "#plan/clock-words.ts";
import { submissionClock } from "#plan/clock.ts";
import { dayOf } from "#plan/iso-date.ts";
import type { Plan } from "#plan/plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Link } from "@fluentui/react-components";
import "./submission-clock.css";

interface SubmissionClockProps {
  readonly plan: Plan;
  readonly onView: (word: string) => void;
}

/** How long until the plan goes to its regulator, on the plan's header; nothing once it was sent. */
export function SubmissionClock({ plan, onView }: SubmissionClockProps) {
  const { now } = usePorts();
  const today = dayOf(now());
  const clock = submissionClock(plan, today);
  if (!clock) return null;
  return (
    <Link
      as="button"
      className={clock.days < 0 ? "submission-clock late" : "submission-clock"}
      onClick={() => onView("papers")}
    >
      {submissionInWords(clock, today)}
    </Link>
  );
}
