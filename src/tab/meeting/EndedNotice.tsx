import { timeInWords } from "#tab/words/words.ts";
import { Button, Link } from "@fluentui/react-components";
import { MessageBar, MessageBarActions, MessageBarBody } from "@fluentui/react-message-bar";
import { useOneVoice } from "#tab/live/one-voice.ts";
import { useEffect, useRef } from "react";
import { focusIfLost } from "#tab/layout/focus-if-lost.ts";
import { useRoom } from "./room.ts";
import { useMinutes } from "./use-minutes.ts";

/** The meeting is over: its minutes, and for the group the way to make or post them where that broke off. */
export function EndedNotice({ offered }: { offered: boolean }) {
  const { meeting, busy, problem } = useRoom();
  const finish = useMinutes();
  const at = meeting.ended === undefined ? "" : ` at ${timeInWords(new Date(meeting.ended))}`;
  const made = meeting.minutes !== undefined;
  useMadeSaid(made);
  return (
    <div className="meet-ended" tabIndex={-1}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>
          This meeting ended{at}.{" "}
          {made ? (
            <Link href={meeting.minutes} target="_blank" rel="noreferrer" inline>
              Open the minutes (Word)
            </Link>
          ) : (
            "Its minutes are not made yet."
          )}
        </MessageBarBody>
        {offered && (!made || problem !== undefined) && (
          <MessageBarActions>
            <Button
              size="small"
              disabledFocusable={busy}
              onClick={() => void finish().then(() => focusIfLost(".meet-ended"))}
            >
              {finishing(busy, made)}
            </Button>
          </MessageBarActions>
        )}
      </MessageBar>
    </div>
  );
}

/** Whoever listens hears that there are minutes now. */
function useMadeSaid(made: boolean): void {
  const say = useOneVoice();
  const before = useRef(made);
  useEffect(() => {
    if (made && !before.current) say("The minutes are made.");
    before.current = made;
  }, [say, made]);
}

function finishing(busy: boolean, made: boolean): string {
  if (busy) return "Making the minutes…";
  return made ? "Post them to the channel" : "Make the minutes";
}
