import { SignInError } from "#plan/errors.ts";
import type { IsoDate } from "#plan/iso-date.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { SignInButton } from "#tab/notice/SignInButton.tsx";
import type { ActionView, PlanView } from "#tab/rows/plan-view.ts";
import { Button } from "@fluentui/react-components";
import { MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-message-bar";
import { useLayoutEffect, useRef } from "react";
import { Timeline } from "./Timeline.tsx";
import { timeline, type TimelineLine } from "./timeline.ts";
import type { ReadRecord } from "./use-read-record.ts";

interface RecordSectionProps {
  readonly record: ReadRecord;
  readonly plan: PlanView;
  readonly view: ActionView;
  readonly today: IsoDate;
  readonly onAgain: () => void;
  /** The key of the line that was just saved; it takes the focus when it is there, from whoever is not typing on. */
  readonly focus: string | undefined;
}

export function RecordSection({ record, plan, view, today, onAgain, focus }: RecordSectionProps) {
  const { signIn } = usePorts();
  const section = useRef<HTMLElement>(null);
  const { entries, error } = record;
  const about = { scheme: plan.scheme, agencies: plan.open.agencies, action: view.action, today };
  const lines = entries && timeline(about, entries);
  const there = focus !== undefined && lines?.some(({ key }) => key === focus);
  useLayoutEffect(() => {
    if (!there || isTyping()) return;
    section.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(focus)}"]`)?.focus();
  }, [there, focus]);
  return (
    <section ref={section} aria-labelledby="record-title" aria-busy={!lines && error === undefined}>
      <h3 id="record-title">Record</h3>
      {error !== undefined && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            The record could not be read. {messageOf(error)}
            {lines && " This is how it stood when it was last read."}
          </MessageBarBody>
          <MessageBarActions>
            {error instanceof SignInError ? (
              <SignInButton signIn={signIn} onSignedIn={onAgain} />
            ) : (
              <Button size="small" onClick={onAgain}>
                Try again
              </Button>
            )}
          </MessageBarActions>
        </MessageBar>
      )}
      <Lines lines={lines} failed={error !== undefined} plan={plan} />
    </section>
  );
}

/** A form that was saved is empty again: what stands in a field was typed since. */
function isTyping(): boolean {
  const { activeElement: one } = document;
  const isField = one instanceof HTMLTextAreaElement || one instanceof HTMLInputElement;
  return isField && one.type !== "radio" && one.type !== "checkbox" && one.value !== "";
}

function Lines(props: {
  lines: readonly TimelineLine[] | undefined;
  failed: boolean;
  plan: PlanView;
}) {
  const { lines, failed, plan } = props;
  if (lines && lines.length > 0) return <Timeline lines={lines} scheme={plan.scheme} />;
  if (lines) return <p className="muted">Nobody has said anything about this action yet.</p>;
  return failed ? null : <div className="record-waiting skeleton-lines" />;
}
