import { messageOf } from "#tab/words/message-of.ts";
import { MessageBar, MessageBarBody } from "@fluentui/react-message-bar";

/** Where SharePoint did not tell: nobody is to take that for nothing having been taken out. */
export function RemovalsTrouble({ error }: { error: unknown }) {
  if (error === undefined) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        Whether something was taken out of the plan could not be read. {messageOf(error)}
      </MessageBarBody>
    </MessageBar>
  );
}
