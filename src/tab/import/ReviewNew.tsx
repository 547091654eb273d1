import { toNewPlan } from "#documents/to-new-plan.ts";
import { withKnownAgencies } from "#plan/known-agencies.ts";
import type { Agency } from "#plan/plan.ts";
import { counted } from "#plan/words.ts";
import { afterNextFrame } from "#tab/later/once-painted.ts";
import { focusIfLost } from "#tab/layout/focus-if-lost.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { useCallback, useMemo, useState } from "react";
import { AgencyQuestions } from "./AgencyQuestions.tsx";
import { newPlanInWorker } from "./becoming-in-worker.ts";
import { type PlanInShort, planInShort } from "./plan-in-short.ts";
import type { TargetProps } from "./review-props.ts";
import { ReviewFoot } from "./ReviewFoot.tsx";
import {
  type Choices,
  decided,
  type Decision,
  noChoices,
  refusedKeys,
  withDecision,
} from "./review-rows.ts";
import { ReviewRows } from "./ReviewRows.tsx";
import { asNewPlan } from "./take-over.ts";

interface ReviewNewProps extends TargetProps {
  readonly agencies: readonly Agency[];
}

/** The plan that the document becomes, row by row, with what is to be known of each. */
export function ReviewNew(props: ReviewNewProps) {
  const { groups, agencies, keep, plans, onBack, onWrite } = props;
  const ports = usePorts();
  const refused = useMemo(() => refusedKeys(groups), [groups]);
  const [choices, setChoices] = useState<Choices>({ ...noChoices, leftOut: refused });
  const decide = useCallback((key: string, said: Decision) => {
    setChoices((before) => withDecision(before, key, said));
    // A row goes from those that are left out when it no longer is.
    afterNextFrame(() => focusIfLost(".import-filters button[aria-pressed=true]"));
  }, []);
  const { about, problems, findings, short, unknown, same, setSame, make } = useBecoming(
    props,
    choices,
  );
  const known = useMemo(
    () => [...new Set([...agencies, ...short.agencies].map(({ shortName }) => shortName))],
    [agencies, short],
  );
  return (
    <>
      <AgencyQuestions unknown={unknown} agencies={agencies} same={same} onSame={setSame} />
      <ReviewRows {...{ groups, problems, choices, refused }} agencies={known} onDecide={decide} />
      <ReviewFoot
        label="Import as a new plan"
        ready={short.recommendations > 0}
        why={saved(short, findings)}
        onBack={onBack}
        onGo={() => onWrite(asNewPlan(ports, { about, make, known: plans, keep }))}
      />
    </>
  );
}

/** What the document becomes by the person's choices: in short for the screen, and the whole of it when it is saved. */
function useBecoming({ document, groups, file, agencies }: ReviewNewProps, choices: Choices) {
  const [same, setSame] = useState<ReadonlyMap<string, string>>(new Map());
  const title = file.name.replace(/\.\w+$/, "");
  const { plan, problems } = useMemo(
    () => toNewPlan(decided({ ...document, recommendations: [] }, noChoices), title),
    [document, title],
  );
  const { leftOut, agency } = choices;
  const short = useMemo(() => planInShort(groups, { leftOut, agency }), [groups, leftOut, agency]);
  const { unknown } = withKnownAgencies({ ...plan, agencies: short.agencies }, agencies, same);
  function make() {
    return newPlanInWorker({ read: { document, groups }, title, choices, agencies, same });
  }
  const findings = plan.findings?.length ?? 0;
  return { about: plan.plan, problems, findings, short, unknown, same, setSame, make };
}

/** What will stand in the lists. */
function saved({ recommendations, actions }: PlanInShort, findings: number): string {
  if (recommendations === 0) return "There is nothing to save.";
  const what = [
    counted(recommendations, "recommendation"),
    counted(actions, "action"),
    ...(findings > 0 ? [counted(findings, "finding")] : []),
  ];
  return `${new Intl.ListFormat("en-GB").format(what)} will be saved. What cannot be read stays as printed, never a guess.`;
}
