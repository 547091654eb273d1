import { SignInError } from "#plan/errors.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { Button } from "@fluentui/react-components";
import { ChatAddRegular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Note } from "./ActionNote.tsx";

interface PostCardButtonProps {
  readonly planId: number;
  readonly actionId: number;
  /** What became of it. */
  readonly onSaid: (note: Note) => void;
}

/** Puts the action's card into the plan's channel. */
export function PostCardButton({ planId, actionId, onSaid }: PostCardButtonProps) {
  const { cards } = usePorts();
  const announce = useAnnounce();
  const [posting, setPosting] = useState(false);
  async function press(): Promise<void> {
    if (posting) return;
    setPosting(true);
    const note = await cards.post(planId, actionId).then(
      (): Note => ({ words: "The card is in the channel." }),
      (error: unknown): Note => ({
        words: `Not posted. ${messageOf(error)}`,
        ...(error instanceof SignInError ? { onSignedIn: () => void press() } : {}),
      }),
    );
    setPosting(false);
    onSaid(note);
    announce(note.words);
  }
  return (
    <Button icon={<ChatAddRegular />} disabledFocusable={posting} onClick={() => void press()}>
      {posting ? "Posting…" : "Post card"}
    </Button>
  );
}
