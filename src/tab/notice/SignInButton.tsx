import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { messageOf } from "#tab/words/message-of.ts";

interface SignInButtonProps {
  readonly signIn: () => Promise<void>;
  /** What to go on with. */
  readonly onSignedIn: () => void;
  readonly primary?: boolean;
}

/** The way out of a SignInError: Teams asks the person, and what they were doing goes on. */
export function SignInButton({ signIn, onSignedIn, primary = false }: SignInButtonProps) {
  const [asking, setAsking] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  async function press(): Promise<void> {
    if (asking) return;
    setAsking(true);
    setFailed(undefined);
    try {
      await signIn();
      onSignedIn();
    } catch (error) {
      setFailed(error);
    } finally {
      setAsking(false);
    }
  }
  return (
    <>
      {failed !== undefined && <span role="alert">{messageOf(failed)}</span>}
      <Button
        appearance={primary ? "primary" : "secondary"}
        size={primary ? "medium" : "small"}
        disabledFocusable={asking}
        onClick={() => void press()}
      >
        {asking ? "Signing in…" : "Sign in"}
      </Button>
    </>
  );
}
