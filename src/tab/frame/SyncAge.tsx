import type { LiveState } from "#tab/live/live-plan.ts";
import { SignInButton } from "#tab/frame/SignInButton.tsx";
import { usePorts } from "#tab/frame/ports.ts";
import { momentsAgo } from "#tab/words/words.ts";
import { Button } from "@fluentui/react-components";
import { ArrowSyncRegular, CloudOffRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";

/** How old what is shown is. It counts by itself, so that nothing else has to be drawn again. */
export function SyncAge({ live, onCheck }: { live: LiveState; onCheck: () => void }) {
  const ports = usePorts();
  const [now, setNow] = useState(() => ports.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(ports.now()), 1000);
    return () => clearInterval(timer);
  }, [ports]);
  const age = momentsAgo(now.getTime() - live.checkedAt.getTime());
  if (live.trouble === undefined)
    return (
      <div className="plan-sync small muted">
        <ArrowSyncRegular aria-hidden />
        <span>Updated {age}</span>
      </div>
    );
  return (
    <div className="plan-sync small plan-trouble">
      <CloudOffRegular aria-hidden />
      <span>
        {trouble[live.trouble]} This is how the plan stood {age}.
      </span>
      {live.trouble === "sign-in" && <SignInButton signIn={ports.signIn} onSignedIn={onCheck} />}
      {live.trouble === "unavailable" && (
        <Button size="small" onClick={onCheck}>
          Try now
        </Button>
      )}
    </div>
  );
}

/** Said under the title, and announced when it begins. */
export const trouble = {
  offline: "You are offline.",
  "sign-in": "Teams needs you to sign in again.",
  unavailable: "SharePoint does not answer.",
} as const;
