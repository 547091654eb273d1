import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";

/** Over an action that was taken out of the plan while somebody had it open. */
export function RemovedNote() {
  return (
    <MessageBar intent="warning" layout="multiline" className="action-removed">
      <MessageBarBody>
        <MessageBarTitle>No longer in the plan</MessageBarTitle>
        An administrator of the site has taken this action out. You see it as it last stood.
      </MessageBarBody>
    </MessageBar>
  );
}
