import type { Agency } from "#plan/plan.ts";
import { counted, inFigures } from "#plan/words.ts";
import { usePorts } from "#tab/ports/ports.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { speakerOf } from "#usecases/say-progress.ts";
import { useCallback, useMemo, useState } from "react";
import { AgencyQuestions } from "./AgencyQuestions.tsx";
import type { Compared } from "./becoming-in-worker.ts";
import { chosenOf, countChosen, keysOf, type Taking } from "./chosen-differences.ts";
import { Differences } from "./Differences.tsx";
import { Failed } from "./Failed.tsx";
import type { TargetProps } from "./review-props.ts";
import { ReviewFoot } from "./ReviewFoot.tsx";
import { refusedKeys } from "./review-rows.ts";
import { intoPlan } from "./take-over.ts";
import { useCompared } from "./use-compared.ts";
import { useWholeRecord, type WholeRecord } from "./use-whole-record.ts";

interface MergeProps extends TargetProps {
  readonly view: PlanView;
}

/** What the document says otherwise than the plan, each to be taken over or left. */
export function ReviewMerge(props: MergeProps) {
  const { state, again } = useWholeRecord(props.view.open.plan.id);
  if (state === undefined) return <Waiting />;
  if (state.phase === "failed") return <Failed error={state.error} onAgain={again} />;
  return <Comparing {...props} {...state} />;
}

const comparing = "Comparing the document with the plan…";

function Waiting() {
  return <output className="import-waiting">{comparing}</output>;
}

/** With its agencies as the person says. While it is compared anew, what was found before stands and is not saved. */
function Comparing(props: MergeProps & WholeRecord) {
  const { groups, document, view } = props;
  const { agencies } = view.open;
  const [same, setSame] = useState<ReadonlyMap<string, string>>(new Map());
  const refused = useMemo(() => refusedKeys(groups), [groups]);
  const part = partOf(agencies, document.part);
  const { last, isCurrent, error, again } = useCompared({ ...props, refused, part, same });
  if (error !== undefined) return <Failed error={error} onAgain={again} />;
  if (!last) return <Waiting />;
  return (
    <>
      <AgencyQuestions unknown={last.unknown} agencies={agencies} same={same} onSame={setSame} />
      <Found {...props} {...last} {...{ part, isCurrent }} leftOut={refused.size} />
    </>
  );
}

interface FoundProps extends MergeProps, Compared {
  readonly part: Agency | undefined;
  readonly isCurrent: boolean;
  /** How many rows cannot be taken over. */
  readonly leftOut: number;
}

function Found(props: FoundProps) {
  const { differences: all, file, view, keep, read, part, isCurrent, onBack, onWrite } = props;
  const ports = usePorts();
  const { open } = view;
  const [taking, setTaking] = useState<Taking>(new Map());
  const take = useCallback((key: string, taken: boolean) => {
    setTaking((before) => new Map(before).set(key, taken));
  }, []);
  const keys = useMemo(() => keysOf(all), [all]);
  const differences = useMemo(() => chosenOf(all, keys, taking), [all, keys, taking]);
  const count = countChosen(differences);
  const merge = { open, read, differences, document: file.name, part };
  const chosen = `${inFigures(count)} chosen. What the plan has and the document does not is never removed.`;
  return (
    <>
      <section className="import-rows" aria-label="What the document says otherwise">
        <LeftOut count={props.leftOut} />
        <Differences
          differences={all}
          keys={keys}
          taking={taking}
          onTake={take}
          speaker={(action) => speakerOf({ speaksFor: "own" }, open, action, part)}
        />
      </section>
      <ReviewFoot
        label="Take it over"
        ready={isCurrent && (count > 0 || keep !== undefined)}
        why={isCurrent ? chosen : comparing}
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

function partOf(agencies: readonly Agency[], name: string | undefined): Agency | undefined {
  const plain = name?.trim().toLowerCase();
  return agencies.find((agency) =>
    [agency.shortName, agency.name, ...agency.otherNames].some(
      (each) => each.toLowerCase() === plain,
    ),
  );
}
