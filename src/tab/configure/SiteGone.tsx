import type { NotFoundError } from "#plan/errors.ts";
import { Notice } from "#tab/notice/Notice.tsx";
import { useAgainQuietly } from "#tab/notice/use-again-quietly.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import { DatabaseWarningRegular } from "@fluentui/react-icons";
import { useEffect } from "react";

interface SiteGoneProps {
  /** Names the site. */
  readonly error: NotFoundError;
  readonly onRetry: () => void;
  /** Tries again and leaves this page as it is until it works. */
  readonly onRetryQuietly?: (() => void) | undefined;
}

/** SharePoint has no such site, or not for this person: nothing that they can do in the tab brings it back. */
export function SiteGone({ error, onRetry, onRetryQuietly }: SiteGoneProps) {
  const { host } = usePorts();
  useEffect(() => host.troubled(error), [host, error]);
  useAgainQuietly(onRetryQuietly);
  return (
    <main className="page">
      <Notice
        whole
        icon={DatabaseWarningRegular}
        title="The plan’s site is not there"
        actions={<Button onClick={onRetry}>Try again</Button>}
      >
        {error.message} Tell whoever runs the action plan for you: for 93 days SharePoint’s
        administrators can bring back a site that was deleted, with everything in it; and where it
        was given another address, the app has to be told.
        {onRetryQuietly && " The plan opens by itself as soon as it can."}
      </Notice>
    </main>
  );
}
