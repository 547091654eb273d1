import { SignInError } from "#plan/errors.ts";
import type { Recommendation } from "#plan/plan.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { recommendationKey } from "#tab/rows/plan-rows.ts";
import { Button } from "@fluentui/react-components";
import { ChatRegular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import type { Note } from "./ActionNote.tsx";

interface DiscussButtonProps {
  readonly planId: number;
  readonly recommendation: Recommendation;
  /** Why it could not be opened; undefined once it was after all. */
  readonly onSaid: (note: Note | undefined) => void;
}

/** Opens the recommendation's thread in the channel, beside the tab where Teams can. */
export function DiscussButton({ planId, recommendation, onSaid }: DiscussButtonProps) {
  const { cards, host } = usePorts();
  const announce = useAnnounce();
  const [opening, setOpening] = useState(false);
  const failed = useRef(false);
  async function press(button: HTMLElement): Promise<void> {
    if (opening) return;
    setOpening(true);
    const { id, ref } = recommendation;
    try {
      const thread = await cards.thread(planId, id);
      const about = { planId, place: recommendationKey(id), title: `Recommendation ${ref}` };
      await host.openThread(thread, about, () => {
        // Teams closes it with what had the keyboard, which is nowhere then.
        window.focus();
        button.focus();
      });
      if (failed.current) onSaid(undefined);
      failed.current = false;
    } catch (error) {
      failed.current = true;
      const words = `The thread could not be opened. ${messageOf(error)}`;
      onSaid({
        words,
        ...(error instanceof SignInError ? { onSignedIn: () => void press(button) } : {}),
      });
      announce(words);
    } finally {
      setOpening(false);
    }
  }
  return (
    <Button
      icon={<ChatRegular />}
      disabledFocusable={opening}
      onClick={({ currentTarget }) => void press(currentTarget)}
    >
      {opening ? "Opening…" : "Discuss"}
    </Button>
  );
}
