import { SubjectOfForms, useSubject } from "#tab/form/removed.ts";
import { Button } from "@fluentui/react-components";
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-message-bar";
import type { ReactNode } from "react";

interface NoLongerTheirsProps {
  readonly onThrowAway: () => void;
  readonly children: ReactNode;
}

/** A form of something that its writer may say no longer: the words stay to be copied, and nothing is saved. */
export function NoLongerTheirs({ onThrowAway, children }: NoLongerTheirsProps) {
  const subject = useSubject();
  return (
    <SubjectOfForms value={{ ...subject, removed: true }}>
      <MessageBar intent="warning" layout="multiline" className="action-left-over">
        <MessageBarBody>
          <MessageBarTitle>This is no longer yours to say</MessageBarTitle>
          Since you began to write, the agencies of this action were changed, or what you may do in
          this plan. What you typed was not sent; if that is a mistake, ask the plan’s owner.
        </MessageBarBody>
        <MessageBarActions>
          <Button size="small" onClick={onThrowAway}>
            Throw these words away
          </Button>
        </MessageBarActions>
      </MessageBar>
      {children}
    </SubjectOfForms>
  );
}
