import { Button } from "@fluentui/react-components";
import { DatabaseWarningRegular } from "@fluentui/react-icons";
import { Notice } from "./Notice.tsx";

/** The site has not even the lists of a plan: what is missing, who can make it, and with what. */
export function NotProvisioned({ onRetry }: { onRetry: () => void }) {
  return (
    <main className="page">
      <Notice
        whole
        icon={DatabaseWarningRegular}
        title="This site is not ready for a plan"
        actions={<Button onClick={onRetry}>Look again</Button>}
      >
        It has no lists for plans, or you may not see them. An administrator makes them once, with
        the command <code>action-plan provision</code>; a plan’s owner can then bring in a document
        with <code>action-plan import</code>.
      </Notice>
    </main>
  );
}
