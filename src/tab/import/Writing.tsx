import { DoubtError } from "#plan/errors.ts";
import { Doubt } from "#tab/form/Doubt.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { Button } from "@fluentui/react-components";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { ProgressBar } from "@fluentui/react-progress";
import type { ImportStep } from "./use-import.ts";
import type { Progress, Write } from "./write.ts";

interface WritingProps {
  readonly step: Extract<ImportStep, { readonly phase: "writing" | "stopped" }>;
  readonly onCancel: () => void;
  readonly onGoOn: (write: Write) => void;
  readonly onBack: () => void;
}

/** How far it is, and the ways to stop it and to go on. */
export function Writing({ step, onCancel, onGoOn, onBack }: WritingProps) {
  const { progress } = step;
  const words = progressWords(progress);
  const isUnderWay = step.phase === "writing" || progress.of > 0;
  return (
    <div className="import-progress">
      {step.phase === "stopped" && <Stopped step={step} />}
      {isUnderWay && (
        <>
          <ProgressBar
            aria-label="Saving the document’s plan"
            aria-valuetext={words}
            {...(progress.of > 0 ? { value: progress.done, max: progress.of } : {})}
          />
          <output>{words}</output>
        </>
      )}
      {step.phase === "writing" ? (
        <Button onClick={onCancel}>Stop</Button>
      ) : (
        <div className="import-buttons">
          <GoOn step={step} onGoOn={onGoOn} />
          <Button onClick={onBack}>Leave it</Button>
        </div>
      )}
    </div>
  );
}

/** Where it was asked whether something can stand, going on is the answer that it can. */
function GoOn({ step, onGoOn }: { step: StoppedStep } & Pick<WritingProps, "onGoOn">) {
  const { write, error } = step;
  const doubtful = error instanceof DoubtError;
  return (
    <Button
      appearance="primary"
      onClick={() => onGoOn(doubtful ? (on) => write(on, { sure: true }) : write)}
    >
      {doubtful ? "Save anyway" : "Go on"}
    </Button>
  );
}

type StoppedStep = Extract<ImportStep, { readonly phase: "stopped" }>;

function Stopped({ step }: { step: StoppedStep }) {
  const { error } = step;
  if (error instanceof DoubtError) return <Doubt error={error} />;
  return (
    <MessageBar
      intent={error === undefined ? "info" : "error"}
      layout="multiline"
      role={error === undefined ? "status" : "alert"}
    >
      <MessageBarBody>
        <MessageBarTitle>
          {error === undefined ? "Stopped" : "Not all of it is saved"}
        </MessageBarTitle>
        {error === undefined ? "" : messageOf(error)} What is saved stays; going on adds what is
        missing, and nothing twice.
      </MessageBarBody>
    </MessageBar>
  );
}

function progressWords({ done, of, what }: Progress): string {
  return of === 0 ? "Getting ready to save." : `${done} of ${of} ${what} saved.`;
}
