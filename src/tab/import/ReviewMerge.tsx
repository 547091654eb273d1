import { planDifferences } from "#documents/merge/plan-differences.ts";
import { toNewPlan } from "#documents/to-new-plan.ts";
import { dayOf } from "#plan/iso-date.ts";
import { withKnownAgencies } from "#plan/known-agencies.ts";
import { mayOwn } from "#plan/permissions.ts";
import { planOnDate } from "#plan/plan-on-date.ts";
import type { PlanDifferences } from "#plan/plan-differences.ts";
import type { Agency } from "#plan/plan.ts";
import { counted, inFigures } from "#plan/words.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { speakerOf } from "#usecases/say-progress.ts";
import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { AgencyQuestions } from "./AgencyQuestions.tsx";
import { chosenOf, countChosen, keysOf } from "./chosen-differences.ts";
import { Differences } from "./Differences.tsx";
import type { TargetProps } from "./review-props.ts";
import { ReviewFoot } from "./ReviewFoot.tsx";
import { decided, noChoices, refusedKeys } from "./review-rows.ts";
import { intoPlan } from "./take-over.ts";
import { useWholeRecord, type WholeRecord } from "./use-whole-record.ts";

interface MergeProps extends TargetProps {
  readonly view: PlanView;
}

/** What the document says otherwise than the plan, each to be taken over or left. */
export function ReviewMerge(props: MergeProps) {
  const { view } = props;
  const { state, again } = useWholeRecord(view.open.plan.id);
  if (state === undefined)
    return <output className="import-waiting">Comparing the document with the plan…</output>;
  if (state.phase === "failed")
    return (
      <div role="alert" className="import-waiting">
        <p>{messageOf(state.error)}</p>
        <Button onClick={again}>Try again</Button>
      </div>
    );
  return <Compared {...props} {...state} />;
}

function Compared(props: MergeProps & WholeRecord) {
  const { file, view, keep, onBack, onWrite } = props;
  const ports = usePorts();
  const { open } = view;
  const { known, all, part, refused, same, setSame } = useDifferences(props);
  const [left, setLeft] = useState<ReadonlySet<string>>(() => new Set(keysOf(all).edited));
  const differences = chosenOf(all, left);
  const count = countChosen(differences);
  const merge = { open, read: known.plan, differences, document: file.name, part };
  return (
    <>
      <AgencyQuestions
        unknown={known.unknown}
        agencies={open.agencies}
        same={same}
        onSame={setSame}
      />
      <section className="import-rows" aria-label="What the document says otherwise">
        <LeftOut count={refused.size} />
        <Differences
          differences={all}
          left={left}
          onLeft={setLeft}
          speaker={(action) => speakerOf({ speaksFor: "own" }, open, action, part)}
        />
      </section>
      <ReviewFoot
        label="Take it over"
        ready={count > 0 || keep !== undefined}
        why={`${inFigures(count)} chosen. What the plan has and the document does not is never removed.`}
        onBack={onBack}
        onGo={() => onWrite(intoPlan(ports, merge, keep))}
      />
    </>
  );
}

function LeftOut({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p role="alert">
      {counted(count, "row is", "rows are")} left out: there is an NHS number in it. Take it out of
      the document, then import it again.
    </p>
  );
}

/** What the document says otherwise, with its agencies as the person says. */
function useDifferences({
  document,
  groups,
  file,
  view: { open },
  history,
  findings,
}: Pick<MergeProps, "document" | "groups" | "file" | "view"> & WholeRecord) {
  const { now } = usePorts();
  const [same, setSame] = useState<ReadonlyMap<string, string>>(new Map());
  const refused = useMemo(() => refusedKeys(groups), [groups]);
  const { plan: read } = useMemo(
    () => toNewPlan(decided(document, { ...noChoices, leftOut: refused }), file.name),
    [document, refused, file.name],
  );
  const known = useMemo(
    () => withKnownAgencies(read, open.agencies, same),
    [read, open.agencies, same],
  );
  const part = partOf(open.agencies, document.part);
  const all = useMemo(() => {
    const today = planOnDate({ ...open, ...history }, dayOf(now()));
    return allowed(mayOwn(open.me), planDifferences(today, known.plan, { part, findings }));
  }, [open, history, findings, known, part, now]);
  return { known, all, part, refused, same, setSame };
}

/** Whoever does not own the plan says progress for their agency and changes no definition. */
function allowed(owner: boolean, all: PlanDifferences): PlanDifferences {
  if (owner) return all;
  return {
    ...all,
    added: { recommendations: [], actions: [], versions: [], findings: [] },
    edited: [],
  };
}

function partOf(agencies: readonly Agency[], name: string | undefined): Agency | undefined {
  const plain = name?.trim().toLowerCase();
  return agencies.find((agency) =>
    [agency.shortName, agency.name, ...agency.otherNames].some(
      (each) => each.toLowerCase() === plain,
    ),
  );
}
