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
import { onAnswered } from "#tab/ports/answers.ts";
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
  const tried = useRef(0);
  useEffect(() => {
    if (save.phase === "saved" || save.phase === "typing") tried.current = 0;
  }, [save.phase]);
  if (save.phase === "doubt") return <Doubt error={save.error} />;
  if (save.phase !== "failed") return null;
  const { error } = save;
  const wait = waitAsked(error);
  if (wait !== undefined) return <AskedToWait {...{ error, wait }} lasts={form.lasts} />;
  return error instanceof UnavailableError ? (
    <OutOfReach error={error} lasts={form.lasts} tried={tried} />
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

/** So often it is saved again by itself: what is refused each time is left to the person. */
const mostTries = 3;

/** Milliseconds from a try that failed to the next one by itself, at least. */
const pauseMs = 5000;

interface OutOfReachProps {
  readonly error: UnavailableError;
  readonly lasts: boolean;
  /** How often it was tried by itself. */
  readonly tried: { current: number };
}

/**
 * Without a connection the words stay, also when the tab is closed where the browser keeps them. Save was pressed: once
 * the connection is back, or SharePoint answers again, they are saved, as long as nobody has typed on.
 */
function OutOfReach({ error, lasts, tried }: OutOfReachProps) {
  const online = useOnline();
  const here = useRef<HTMLSpanElement>(null);
  const byItself = tried.current < mostTries;
  useSaveAgain(here, tried);
  return (
    <MessageBar intent={online ? "warning" : "info"} layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{online ? "Not saved yet" : "You are offline"}</MessageBarTitle>
        <span ref={here}>{online ? answerless(error, byItself) : offlineWords(lasts)}</span>
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

function useSaveAgain(
  here: { readonly current: HTMLElement | null },
  tried: OutOfReachProps["tried"],
): void {
  const announce = useAnnounce();
  useEffect(() => {
    const failedAt = performance.now();
    function again(): void {
      announce("You are connected again. What you wrote is being saved.");
      here.current?.closest("form")?.requestSubmit();
    }
    const ignore = onAnswered(() => {
      if (tried.current >= mostTries || performance.now() - failedAt < pauseMs) return;
      tried.current += 1;
      again();
    });
    window.addEventListener("online", again, { once: true });
    return () => {
      ignore();
      window.removeEventListener("online", again);
    };
  }, [announce, here, tried]);
}

function answerless({ message }: UnavailableError, byItself: boolean): string {
  const next = byItself
    ? "It is saved by itself when SharePoint answers again, as long as this stays open."
    : "";
  return `${message} What you wrote is still here. ${next}`.trimEnd();
}

function offlineWords(lasts: boolean): string {
  return lasts
    ? "It is saved when you are connected again, as long as this stays open. What you wrote is kept on this computer, also if you close the tab."
    : "It is saved when you are connected again. Leave this open until then: this browser keeps nothing of what you wrote.";
}
