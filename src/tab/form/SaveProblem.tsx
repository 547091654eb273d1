import { SignInError, UnavailableError, waitAsked } from "#plan/errors.ts";
import { useAnnounce } from "#tab/notice/Announcer.tsx";
import { messageOf } from "#tab/words/message-of.ts";
import { usePorts } from "#tab/ports/ports.ts";
import { SignInButton } from "#tab/notice/SignInButton.tsx";
import { Button } from "@fluentui/react-components";
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-message-bar";
import { useEffect, useRef } from "react";
import { AskedToWait } from "./AskedToWait.tsx";
import { Doubt } from "./Doubt.tsx";
import type { Form } from "./use-form.ts";
import { useOnline } from "./use-online.ts";

interface SaveProblemProps<W extends object> {
  readonly form: Form<W>;
  /** What stands on the button that saves. */
  readonly label: string;
  /** Brings the reader back to the button that saves. */
  readonly onBack: () => void;
}

/** Why it is not saved, and the way out; nothing where nothing failed. */
export function SaveProblem<W extends object>({ form, label, onBack }: SaveProblemProps<W>) {
  const { save } = form;
  if (save.phase === "doubt") return <Doubt error={save.error} />;
  if (save.phase !== "failed") return null;
  const { error } = save;
  const wait = waitAsked(error);
  if (wait !== undefined) return <AskedToWait {...{ error, wait }} lasts={form.lasts} />;
  return error instanceof UnavailableError ? (
    <OutOfReach error={error} lasts={form.lasts} />
  ) : (
    <Failed error={save.error} {...{ form, label, onBack }} />
  );
}

function Failed<W extends object>({
  error,
  form,
  label,
  onBack,
}: SaveProblemProps<W> & { error: unknown }) {
  const { signIn } = usePorts();
  const announce = useAnnounce();
  function signedIn(): void {
    form.onSignedIn();
    announce(`You are signed in. Press ${label} again.`);
    onBack();
  }
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>Not saved</MessageBarTitle>
        {messageOf(error)} What you wrote is still here.
      </MessageBarBody>
      {error instanceof SignInError && (
        <MessageBarActions>
          <SignInButton signIn={signIn} onSignedIn={signedIn} />
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

interface OutOfReachProps {
  readonly error: UnavailableError;
  readonly lasts: boolean;
}

/**
 * Without a connection the words stay, also when the tab is closed where the browser keeps them. Save was pressed: once
 * the connection is back they are saved, as long as nobody has typed on.
 */
function OutOfReach({ error, lasts }: OutOfReachProps) {
  const online = useOnline();
  const announce = useAnnounce();
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    function back(): void {
      announce("You are connected again. What you wrote is being saved.");
      here.current?.closest("form")?.requestSubmit();
    }
    window.addEventListener("online", back, { once: true });
    return () => window.removeEventListener("online", back);
  }, [announce]);
  return (
    <MessageBar intent={online ? "warning" : "info"} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{online ? "Not saved yet" : "You are offline"}</MessageBarTitle>
        <span ref={here}>
          {online ? `${error.message} What you wrote is still here.` : offlineWords(lasts)}
        </span>
      </MessageBarBody>
      {online && (
        <MessageBarActions>
          <Button size="small" type="submit">
            Try again
          </Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}

function offlineWords(lasts: boolean): string {
  return lasts
    ? "It is saved when you are connected again, as long as this stays open. What you wrote is kept on this computer, also if you close the tab."
    : "It is saved when you are connected again. Leave this open until then: this browser keeps nothing of what you wrote.";
}
