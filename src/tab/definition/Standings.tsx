import { messageOf } from "#tab/words/message-of.ts";
import { Button } from "@fluentui/react-components";
import { type ReactNode, useEffect, useEffectEvent, useState } from "react";
import type { Standing } from "./EditDefinition.tsx";

interface StandingsProps {
  readonly read: () => Promise<Standing>;
  readonly children: (standing: Standing) => ReactNode;
}

type Found = { readonly standing: Standing } | { readonly error: unknown };

/** What is to be changed, read anew: with it comes what tells SharePoint that nobody changed it since. */
export function Standings({ read, children }: StandingsProps) {
  const [found, setFound] = useState<Found & { readonly tries: number }>();
  const [tries, setTries] = useState(0);
  const start = useEffectEvent((wanted: { current: boolean }) => {
    read().then(
      (standing) => wanted.current && setFound({ tries, standing }),
      (error: unknown) => wanted.current && setFound({ tries, error }),
    );
  });
  useEffect(() => {
    const wanted = { current: tries >= 0 };
    start(wanted);
    return () => {
      wanted.current = false;
    };
  }, [tries]);
  if (found?.tries !== tries) return <p className="pane-form muted">Reading it anew…</p>;
  if ("standing" in found) return children(found.standing);
  return (
    <div className="pane-form" role="alert">
      <p>It could not be opened for changing. {messageOf(found.error)}</p>
      <Button onClick={() => setTries(tries + 1)}>Try again</Button>
    </div>
  );
}
