import type { LiveState } from "#tab/live/live-plan.ts";
import { Button } from "@fluentui/react-components";
import { usePorts } from "#tab/ports/ports.ts";
import { SignInButton } from "#tab/notice/SignInButton.tsx";

interface WaysOutProps {
  readonly of: LiveState["trouble"];
  readonly onCheck: () => void;
}

/** What a reader can do where the plan can no longer be brought up to date. */
export function WaysOut({ of, onCheck }: WaysOutProps) {
  const { signIn } = usePorts();
  if (of === "sign-in") return <SignInButton signIn={signIn} onSignedIn={onCheck} />;
  if (of !== "unavailable" && of !== "refused") return null;
  return (
    <Button size="small" onClick={onCheck}>
      Try now
    </Button>
  );
}
