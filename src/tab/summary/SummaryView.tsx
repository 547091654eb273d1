import { dayOf } from "#plan/iso-date.ts";
import { usePlanFindings } from "#tab/challenges/use-plan-findings.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { DataBarVerticalRegular } from "@fluentui/react-icons";
import { ChecksFound } from "./ChecksFound.tsx";
import { DueSoon } from "./DueSoon.tsx";
import { EvidenceCoverage } from "./EvidenceCoverage.tsx";
import { Movement } from "./Movement.tsx";
import { RatingByAgency } from "./RatingByAgency.tsx";
import { UpdateAges } from "./UpdateAges.tsx";
import "#tab/layout/cards.css";
import "./summary.css";

/** The plan in numbers; whatever is counted leads to the actions behind it. */
export function SummaryView({ view, onFilter, onView }: ViewProps) {
  const { now } = usePorts();
  const today = dayOf(now());
  const findings = usePlanFindings(view, today);
  if (view.actions.size === 0)
    return (
      <Notice icon={DataBarVerticalRegular} title="There is nothing to count yet">
        The plan has no actions. They are counted here once its owner has imported them.
      </Notice>
    );
  return (
    <div className="cards summary">
      <RatingByAgency {...{ view, today, onFilter }} />
      <ChecksFound {...{ findings, onView }} />
      <Movement {...{ view, today, onView }} />
      <DueSoon {...{ view, today, onFilter }} />
      <EvidenceCoverage {...{ view, onFilter }} />
      <UpdateAges {...{ view, today, onFilter }} />
    </div>
  );
}
