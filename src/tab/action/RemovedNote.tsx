import { Button } from "@fluentui/react-components";
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-message-bar";

export type RemovedWhat = keyof typeof removed;

const removed = {
  plan: "An administrator of the site has taken this whole plan out.",
  action: "An administrator of the site has taken this action out.",
  recommendation:
    "An administrator of the site has taken this recommendation out, and its actions stand under nothing now.",
  "its recommendation":
    "An administrator of the site has taken out the recommendation that this action stands under.",
} as const;

interface RemovedNoteProps {
  readonly what: RemovedWhat;
  /** To what was taken out, among the plan's changes; left out where that would leave what goes on here. */
  readonly onChanges?: () => void;
}

/** Over what was taken out of the plan while somebody had it open. */
export function RemovedNote({ what, onChanges }: RemovedNoteProps) {
  return (
    <MessageBar intent="warning" layout="multiline" className="action-removed">
      <MessageBarBody>
        <MessageBarTitle>
          {what === "plan" ? "No longer there" : "No longer in the plan"}
        </MessageBarTitle>
        {removed[what]} You see it as it last stood. What was said stays in the record, and what you
        typed is still here to be copied.
      </MessageBarBody>
      {what !== "plan" && onChanges && (
        <MessageBarActions>
          <Button size="small" onClick={onChanges}>
            What was taken out
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
