import { toNewPlan } from "#documents/to-new-plan.ts";
import { withKnownAgencies } from "#plan/known-agencies.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useMemo, useState } from "react";
import { AgencyQuestions } from "./AgencyQuestions.tsx";
import type { TargetProps } from "./review-props.ts";
import { ReviewFoot } from "./ReviewFoot.tsx";
import { type Choices, decided, noChoices, refusedKeys, reviewGroups } from "./review-rows.ts";
import { ReviewRows } from "./ReviewRows.tsx";
import { asNewPlan } from "./take-over.ts";

/** The plan that the document becomes, row by row, with what is to be known of each. */
export function ReviewNew(props: TargetProps & { readonly agencies: readonly Agency[] }) {
  const { document, file, agencies, keep, plans, onBack, onWrite } = props;
  const ports = usePorts();
  const groups = useMemo(() => reviewGroups(document), [document]);
  const refused = useMemo(() => refusedKeys(groups), [groups]);
  const [choices, setChoices] = useState<Choices>({ ...noChoices, leftOut: refused });
  const [same, setSame] = useState<ReadonlyMap<string, string>>(new Map());
  const { plan: read, problems } = useMemo(
    () => toNewPlan(decided(document, choices), file.name.replace(/\.\w+$/, "")),
    [document, choices, file.name],
  );
  const known = withKnownAgencies(read, agencies, same);
  return (
    <>
      <AgencyQuestions unknown={known.unknown} agencies={agencies} same={same} onSame={setSame} />
      <ReviewRows
        groups={groups}
        problems={problems}
        choices={choices}
        refused={refused}
        agencies={[...new Set([...agencies, ...read.agencies].map(({ shortName }) => shortName))]}
        onChoices={setChoices}
      />
      <ReviewFoot
        label="Import as a new plan"
        ready={read.recommendations.length > 0}
        why={saved(known.plan)}
        onBack={onBack}
        onGo={() => onWrite(asNewPlan(ports, known.plan, { known: plans, keep }))}
      />
    </>
  );
}

/** What will stand in the lists. */
function saved({ recommendations, findings = [] }: NewPlan): string {
  if (recommendations.length === 0) return "There is nothing to save.";
  const actions = recommendations.reduce((sum, each) => sum + each.actions.length, 0);
  const what = [
    counted(recommendations.length, "recommendation"),
    counted(actions, "action"),
    ...(findings.length > 0 ? [counted(findings.length, "finding")] : []),
  ];
  return `${new Intl.ListFormat("en-GB").format(what)} will be saved. What cannot be read stays as printed, never a guess.`;
}
