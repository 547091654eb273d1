import type { DoubtError } from "#plan/errors.ts";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";

/** Nothing is saved before the person has looked at it again. */
export function Doubt({ error }: { error: DoubtError }) {
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not saved yet</MessageBarTitle>
        {error.message} If it can stand as it is, press Save anyway.
      </MessageBarBody>
    </MessageBar>
  );
}
