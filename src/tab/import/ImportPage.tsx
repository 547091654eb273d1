import type { ViewProps } from "#tab/live/view-props.ts";
import type { PlanView } from "#tab/rows/plan-view.ts";
import { Button } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons";
import { ProgressBar } from "@fluentui/react-progress";
import { type ReactNode, useEffect, useState } from "react";
import { ChooseFile } from "./ChooseFile.tsx";
import { Review } from "./Review.tsx";
import { type Import, useImport } from "./use-import.ts";
import type { Taken } from "./write.ts";
import { Writing } from "./Writing.tsx";
import "./import.css";

interface ImportPageProps {
  /** The plan that is open, if any. */
  readonly view: PlanView | undefined;
  /** Lets that plan stand as it is while something is written. */
  readonly hold?: ViewProps["hold"];
  readonly back: { readonly label: string; readonly go: () => void };
  /** What is shown when all is written. */
  readonly renderDone: (taken: Taken, again: () => void) => ReactNode;
}

/** A document becomes a plan, or tells a plan what is new: read, looked through, taken over. */
export function ImportPage(props: ImportPageProps) {
  const state = useImport(props.view?.open.plan, props.hold);
  const { step } = state;
  return (
    <div className="import">
      <header className="import-head">
        <Button
          appearance="subtle"
          icon={<ArrowLeftRegular />}
          aria-label={props.back.label}
          onClick={props.back.go}
        />
        <div>
          <h1>Import a document</h1>
          {"file" in step && <div className="small muted">{step.file.name}</div>}
        </div>
      </header>
      <Step {...props} state={state} />
    </div>
  );
}

function Step({ state, view, renderDone }: ImportPageProps & { readonly state: Import }) {
  const { step } = state;
  if (step.phase === "choose") return <ChooseFile problem={step.problem} onFile={state.read} />;
  if (step.phase === "reading") return <Reading name={step.file.name} onCancel={state.cancel} />;
  if (step.phase === "done") return renderDone(step.taken, state.again);
  if (step.phase === "review")
    return (
      <Review {...step} view={view} onSay={state.say} onBack={state.again} onWrite={state.write} />
    );
  return <Writing step={step} onCancel={state.cancel} onGoOn={state.write} onBack={state.again} />;
}

/** In milliseconds: after so long something is said, whatever is the matter with the file. */
const unusuallyLong = 4_000;

function Reading({ name, onCancel }: { name: string; onCancel: () => void }) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), unusuallyLong);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="import-progress">
      <ProgressBar aria-label={`Reading ${name}`} />
      <output>
        Reading {name}. Nothing is saved yet.
        {isLong && " It takes longer than most documents do: wait up to a minute, or cancel."}
      </output>
      <Button onClick={onCancel}>Cancel</Button>
    </div>
  );
}
