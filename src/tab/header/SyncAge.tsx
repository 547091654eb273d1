import type { LiveState } from "#tab/live/live-plan.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { momentsAgo, waitInWords } from "#tab/words/words.ts";
import { ArrowSyncRegular, CloudOffRegular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { trouble } from "#tab/notice/trouble-words.ts";
import { Later, useLater } from "#tab/later/use-later.ts";

const waysOut = new Later(async () => (await import("./WaysOut.tsx")).WaysOut);

/** How old what is shown is. It counts by itself, so that nothing else has to be drawn again. */
export function SyncAge({ live, onCheck }: { live: LiveState; onCheck: () => void }) {
  const ports = usePorts();
  const ways = useLater(waysOut);
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
        {live.says ?? trouble[live.trouble]}{" "}
        {live.again && `It is asked again ${waitInWords(live.again, now)}. `}
        This is how the plan stood {age}.
      </span>
      {ways?.({ of: live.trouble, onCheck })}
    </div>
  );
}
