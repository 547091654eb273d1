import { usePorts } from "#tab/ports/ports.ts";
import { SignInButton } from "#tab/notice/SignInButton.tsx";

/** What became of something that was done to the action's card. */
export interface Note {
  readonly words: string;
  /** Goes on with it; only where signing in is what it takes. */
  readonly onSignedIn?: () => void;
}

/** The line under the drawer's head. */
export function ActionNote({ note }: { note: Note }) {
  const { cards } = usePorts();
  const { words, onSignedIn } = note;
  return (
    <div className="action-note small">
      <span>{words}</span>
      {onSignedIn && <SignInButton signIn={cards.signIn} onSignedIn={onSignedIn} />}
    </div>
  );
}
