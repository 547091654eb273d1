import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { beginning } from "./beginning.ts";
import { useSubject } from "./removed.ts";
import type { Form } from "./use-form.ts";

/** Letters of what it said before, to be held against what stands beside the form. */
const shown = 300;

/** What somebody writes about was changed since they began: how it read then. Where nothing can be said any more, that is told. */
export function ReadsOtherwise<W extends object>({ form: { readBefore } }: { form: Form<W> }) {
  const { removed } = useSubject();
  if (readBefore === undefined || removed) return null;
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Changed since you began to write</MessageBarTitle>
        See whether your words still fit. Until then it read: <q>{beginning(readBefore, shown)}</q>
      </MessageBarBody>
    </MessageBar>
  );
}
