import { countEvidence, type EvidenceCounts, evidenceByAgency } from "#plan/summary.ts";
import { counted, inFigures } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { useMemo } from "react";
import { BarsByAgency, type BarKind } from "./BarsByAgency.tsx";

const kinds: readonly BarKind<EvidenceCounts>[] = [
  { field: "impact", name: "Impact", className: "bar-strong", filter: { evidence: "impact" } },
  {
    field: "activity",
    name: "Activity only",
    className: "bar-light",
    filter: { evidence: "activity" },
  },
  { field: "none", name: "None", className: "bar-none", filter: { evidence: "none" } },
];

/** How many actions have evidence, and how many of what changed for children. */
export function EvidenceCoverage({ view, onFilter }: Pick<ViewProps, "view" | "onFilter">) {
  const { impact, rows } = useMemo(() => countsOf(view), [view]);
  return (
    <BarsByAgency
      title="Evidence"
      about={`${inFigures(impact)} of ${counted(view.actions.size, "action")} with evidence of what changed for children.`}
      rows={rows}
      kinds={kinds}
      onFilter={onFilter}
    />
  );
}

function countsOf({ open, actions }: ViewProps["view"]) {
  const all = [...actions.values()];
  return { impact: countEvidence(all).impact, rows: evidenceByAgency(open.agencies, all) };
}
