import type { CheckId } from "#plan/checks/check.ts";

interface Planted {
  readonly check: CheckId;
  /** Of the recommendation. */
  readonly ref: string;
  /** Place of the action under it; absent where the recommendation itself is meant. */
  readonly actionOrder?: number;
}

/** What the sample plan gives each check to find, and nothing beside it. */
export const planted: readonly Planted[] = [
  { check: "no-evidence", ref: "1.2", actionOrder: 4 },
  { check: "no-evidence", ref: "2.3", actionOrder: 1 },
  { check: "rated-by-default", ref: "2.3", actionOrder: 1 },
  { check: "stale", ref: "2.2", actionOrder: 1 },
  { check: "stale", ref: "2.3", actionOrder: 1 },
  { check: "overdue", ref: "1.3", actionOrder: 1 },
  { check: "overdue", ref: "4.2", actionOrder: 2 },
  { check: "no-monitoring", ref: "3.1", actionOrder: 3 },
  { check: "passed-on", ref: "1.3", actionOrder: 4 },
  { check: "activity-not-impact", ref: "1.4", actionOrder: 2 },
  { check: "no-owner", ref: "3.2", actionOrder: 1 },
  { check: "no-date", ref: "3.1", actionOrder: 1 },
  { check: "not-measurable", ref: "2.3", actionOrder: 2 },
  { check: "slipping", ref: "1.2", actionOrder: 1 },
  { check: "no-answer", ref: "3.3" },
  { check: "unanswered", ref: "2.1", actionOrder: 1 },
  { check: "disagreement", ref: "1.1", actionOrder: 3 },
];
