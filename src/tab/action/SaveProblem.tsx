import { SignInError } from "#plan/errors.ts";
import { useAnnounce } from "#tab/frame/Announcer.tsx";
import { messageOf } from "#tab/frame/message-of.ts";
import { usePorts } from "#tab/frame/ports.ts";
import { SignInButton } from "#tab/frame/SignInButton.tsx";
import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from "@fluentui/react-message-bar";
import type { ProposalForm } from "./use-proposal.ts";

/** Why it is not saved, and the way out; nothing where nothing failed. */
export function SaveProblem({ form }: { form: ProposalForm }) {
  const { signIn } = usePorts();
  const announce = useAnnounce();
  const { save, onSignedIn } = form;
  if (save.phase !== "failed") return null;
  const { error } = save;
  function signedIn(): void {
    onSignedIn();
    announce("You are signed in. Press Save again.");
    document.querySelector<HTMLElement>("#propose [type=submit]")?.focus();
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
