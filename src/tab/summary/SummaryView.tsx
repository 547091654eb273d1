import { dayOf } from "#plan/iso-date.ts";
import { usePlanFindings } from "#tab/challenges/use-plan-findings.ts";
import { useInPieces } from "#tab/later/use-in-pieces.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { DataBarVerticalRegular } from "@fluentui/react-icons";
import { memo } from "react";
import { ChecksFound } from "./ChecksFound.tsx";
import { DueSoon } from "./DueSoon.tsx";
import { EvidenceCoverage } from "./EvidenceCoverage.tsx";
import { Movement } from "./Movement.tsx";
import { RatingByAgency } from "./RatingByAgency.tsx";
import { UpdateAges } from "./UpdateAges.tsx";
import "#tab/layout/cards.css";
import "./summary.css";

// One that stands is not drawn again with each that follows it: a chart takes longer than a table of the same numbers.
const Ratings = memo(RatingByAgency);
const Found = memo(ChecksFound);
const Months = memo(Movement);
const Due = memo(DueSoon);
const Evidence = memo(EvidenceCoverage);
const Ages = memo(UpdateAges);

/** The plan in numbers; whatever is counted leads to the actions behind it. */
export function SummaryView({ view, onFilter, onView }: ViewProps) {
  const { now } = usePorts();
  const today = dayOf(now());
  const findings = usePlanFindings(view, today);
  const drawn = useInPieces(6, 1);
  if (view.actions.size === 0)
    return (
      <Notice icon={DataBarVerticalRegular} title="There is nothing to count yet">
        The plan has no actions. They are counted here once its owner has imported them.
      </Notice>
    );
  return (
    <div className="cards summary">
      <Ratings {...{ view, today, onFilter }} />
      {drawn > 1 && <Found {...{ findings, onView }} />}
      {drawn > 2 && <Months {...{ view, today, onView }} />}
      {drawn > 3 && <Due {...{ view, today, onFilter }} />}
      {drawn > 4 && <Evidence {...{ view, onFilter }} />}
      {drawn > 5 && <Ages {...{ view, today, onFilter }} />}
    </div>
  );
}
