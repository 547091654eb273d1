import { counted } from "#plan/words.ts";
import { Notice } from "#tab/frame/Notice.tsx";
import type { ViewProps } from "#tab/frame/view-props.ts";
import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular, CheckmarkCircleRegular } from "@fluentui/react-icons";
import { ProgressBar } from "@fluentui/react-progress";
import { ChooseFile } from "./ChooseFile.tsx";
import { Review } from "./Review.tsx";
import type { Taken } from "./write.ts";
import { type Import, type ImportStep, useImport } from "./use-import.ts";
import { Writing } from "./Writing.tsx";
import "./import.css";

/** A document becomes a plan, or tells a plan what is new: read, looked through, taken over. */
export function ImportView(props: ViewProps) {
  const state = useImport();
  const { step } = state;
  const name = "file" in step ? step.file.name : undefined;
  return (
    <div className="import">
      <header className="import-head">
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label="Back to the plan"
          onClick={() => props.onView("plan")}
        />
        <div>
          <h1>Import a document</h1>
          {name !== undefined && <div className="small muted">{name}</div>}
        </div>
      </header>
      <Step {...props} state={state} step={step} />
    </div>
  );
}

interface StepProps extends ViewProps {
  readonly state: Import;
  readonly step: ImportStep;
}

function Step({ state, step, ...props }: StepProps) {
  if (step.phase === "choose") return <ChooseFile problem={step.problem} onFile={state.read} />;
  if (step.phase === "reading") return <Reading name={step.file.name} onCancel={state.cancel} />;
  if (step.phase === "done") return <Done taken={step.taken} {...props} onAgain={state.again} />;
  if (step.phase === "review")
    return (
      <Review
        key={`${step.file.name} ${step.document.kind}`}
        {...props}
        file={step.file}
        document={step.document}
        onKind={(kind) => state.read(step.file, kind)}
        onBack={state.again}
        onWrite={state.write}
      />
    );
  return <Writing step={step} onCancel={state.cancel} onGoOn={state.write} onBack={state.again} />;
}

function Reading({ name, onCancel }: { name: string; onCancel: () => void }) {
  return (
    <div className="import-progress">
      <ProgressBar aria-label={`Reading ${name}`} />
      <output>Reading {name}. Nothing is saved yet.</output>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}

interface DoneProps extends Pick<ViewProps, "view" | "onView" | "onSaved"> {
  readonly taken: Taken;
  readonly onAgain: () => void;
}

function Done({ taken, view, onView, onSaved, onAgain }: DoneProps) {
  const isThis = taken.planId === view.open.plan.id;
  function show(): void {
    if (isThis) void onSaved().then(() => onView("plan"));
    else window.location.assign(planAddress(taken.planId));
  }
  return (
    <Notice
      icon={CheckmarkCircleRegular}
      title="The document is in the plan"
      actions={
        <>
          <Button appearance="primary" onClick={show}>
            {isThis ? "Show the plan" : "Open the new plan"}
          </Button>
          <Button onClick={onAgain}>Import another document</Button>
        </>
      }
    >
      {taken.said.length > 0
        ? taken.said.join(" ")
        : `Nothing of it was new: ${counted(view.actions.size, "action")} already say the same.`}
    </Notice>
  );
}

/** The tab itself, on that plan, with the way to the others. */
function planAddress(planId: number): string {
  const address = new URL(window.location.href);
  address.searchParams.set("plan", String(planId));
  address.searchParams.set("choose", "");
  address.hash = "plan";
  return address.href;
}
