import { messageOf } from "#tab/words/message-of.ts";
import { Button } from "@fluentui/react-components";

interface FailedProps {
  readonly error: unknown;
  readonly onAgain: () => void;
}

/** Why what was asked for could not be had, in its place, and the way to ask once more. */
export function Failed({ error, onAgain }: FailedProps) {
  return (
    <div role="alert" className="import-waiting">
      <p>{messageOf(error)}</p>
      <Button onClick={onAgain}>Try again</Button>
    </div>
  );
}
