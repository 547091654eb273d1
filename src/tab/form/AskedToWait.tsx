import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { waitInWords } from "#tab/words/words.ts";
import { MessageBar, MessageBarBody, MessageBarTitle } from "@fluentui/react-message-bar";
import { useEffect, useRef, useState } from "react";

interface AskedToWaitProps {
  readonly error: unknown;
  /** Seconds. */
  readonly wait: number;
  readonly lasts: boolean;
}

/**
 * SharePoint asked for a wait, and Save was pressed: it is saved when the wait is over, as long as nobody types on. There
 * is nothing to press meanwhile, for SharePoint counts what is asked too soon, and makes the wait longer.
 */
export function AskedToWait({ error, wait, lasts }: AskedToWaitProps) {
  const ports = usePorts();
  const announce = useAnnounce();
  const here = useRef<HTMLSpanElement>(null);
  const [now, setNow] = useState(() => ports.now());
  const [until, setUntil] = useState({ error, at: after(now, wait) });
  if (until.error !== error) setUntil({ error, at: after(ports.now(), wait) });
  useEffect(() => {
    const timer = setInterval(() => setNow(ports.now()), 1000);
    return () => clearInterval(timer);
  }, [ports]);
  const isOver = now >= until.at;
  useEffect(() => {
    if (!isOver) return;
    announce("What you wrote is being saved.");
    here.current?.closest("form")?.requestSubmit();
  }, [isOver, announce]);
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not saved yet</MessageBarTitle>
        <span ref={here}>
          SharePoint is too busy, and asks to wait. What you wrote is saved by itself{" "}
          {waitInWords(until.at, now)}, as long as this stays open.{" "}
          {lasts && "It is kept on this computer until then."}
        </span>
      </MessageBarBody>
    </MessageBar>
  );
}

function after(now: Date, seconds: number): Date {
  return new Date(now.getTime() + seconds * 1000);
}
