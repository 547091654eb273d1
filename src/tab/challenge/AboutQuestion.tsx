import type { Challenge } from "#plan/record.ts";
import { SubjectOfForms, useSubject } from "#tab/form/removed.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { type ReactNode, useState } from "react";

interface AboutQuestionProps {
  readonly open: OpenPlan;
  readonly challenge: Challenge;
  /** A form, which nothing is saved from where the question was taken out. */
  readonly children: ReactNode;
}

/** A form about a question, which may be taken out while somebody writes: words stay, and nothing is saved onto nothing. */
export function AboutQuestion({ open, challenge, children }: AboutQuestionProps) {
  const subject = useSubject();
  const { removed, now } = subject;
  const stands = standsIn(open, challenge);
  // One that was put a moment ago is in the record before the plan has heard of it.
  const [seen, setSeen] = useState(stands);
  if (stands && !seen) setSeen(true);
  const gone = seen && !stands;
  return (
    <SubjectOfForms
      value={{
        ...subject,
        removed: removed || gone,
        now: (also) =>
          now((plan) => (!seen || standsIn(plan, challenge)) && (also?.(plan) ?? true)),
      }}
    >
      {gone && !removed && <Gone />}
      {children}
    </SubjectOfForms>
  );
}

function standsIn({ record }: OpenPlan, { id }: Challenge): boolean {
  return record.some((entry) => entry.type === "challenge" && entry.id === id);
}

function Gone() {
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>This question is no longer there</MessageBarTitle>
        An administrator of the site has taken it out. What you typed is still here to be copied.
      </MessageBarBody>
    </MessageBar>
  );
}
