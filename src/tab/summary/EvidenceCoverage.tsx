import { countEvidence, type EvidenceCounts, evidenceByAgency } from "#plan/summary.ts";
import { counted, inFigures } from "#plan/words.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
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
  const actions = [...view.actions.values()];
  const { impact } = countEvidence(actions);
  return (
    <BarsByAgency
      title="Evidence"
      about={`${inFigures(impact)} of ${counted(actions.length, "action")} with evidence of what changed for children.`}
      rows={evidenceByAgency(view.open.agencies, actions)}
      kinds={kinds}
      onFilter={onFilter}
    />
  );
}
