import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { ViewSkeleton } from "#tab/layout/ViewSkeleton.tsx";
import { Button } from "@fluentui/react-components";
import { HistoryRegular } from "@fluentui/react-icons";
import type { History } from "./use-history.ts";

/** What stands where the record is still being read, or could not be. */
export function HistoryState({ history: { error, retry } }: { history: History }) {
  if (error === undefined) return <ViewSkeleton name="the plan’s history" />;
  return (
    <Notice
      icon={HistoryRegular}
      title="The plan’s history could not be read"
      actions={<Button onClick={retry}>Try again</Button>}
    >
      {messageOf(error)}
    </Notice>
  );
}
