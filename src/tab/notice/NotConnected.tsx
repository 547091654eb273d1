import { Button } from "@fluentui/react-components";
import { tellFailure } from "#tab/teams/tell-trouble.ts";
import { PlugDisconnectedRegular } from "@fluentui/react-icons";
import { useEffect } from "react";
import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "./Notice.tsx";

/** Before there is anything to try again with: loading the page again is the remedy. */
export function NotConnected({ error }: { error: unknown }) {
  useEffect(() => tellFailure(error), [error]);
  return (
    <main className="page">
      <Notice
        whole
        icon={PlugDisconnectedRegular}
        title="The action plan could not start"
        actions={<Button onClick={() => window.location.reload()}>Load it again</Button>}
      >
        {messageOf(error)}
      </Notice>
    </main>
  );
}
