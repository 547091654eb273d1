import { useAnnounce } from "#tab/frame/Announcer.tsx";
import { messageOf } from "#tab/frame/message-of.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { Button } from "@fluentui/react-components";
import { ChatAddRegular } from "@fluentui/react-icons";
import { useState } from "react";

interface PostCardButtonProps {
  readonly planId: number;
  readonly actionId: number;
  /** What became of it, in words. */
  readonly onSaid: (words: string) => void;
}

/** Puts the action's card into the plan's channel. */
export function PostCardButton({ planId, actionId, onSaid }: PostCardButtonProps) {
  const { cards } = usePorts();
  const announce = useAnnounce();
  const [posting, setPosting] = useState(false);
  async function press(): Promise<void> {
    if (posting) return;
    setPosting(true);
    const words = await cards.post(planId, actionId).then(
      () => "The card is in the channel.",
      (error: unknown) => `Not posted. ${messageOf(error)}`,
    );
    setPosting(false);
    onSaid(words);
    announce(words);
  }
  return (
    <Button icon={<ChatAddRegular />} disabledFocusable={posting} onClick={() => void press()}>
      {posting ? "Posting…" : "Post card"}
    </Button>
  );
}
