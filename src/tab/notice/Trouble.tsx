import { NotAllowedError, NotFoundError, SignInError, waitAsked } from "#plan/errors.ts";
import { Button } from "@fluentui/react-components";
import {
  CloudOffRegular,
  DocumentSearchRegular,
  type FluentIcon,
  LockClosedRegular,
  PersonLockRegular,
} from "@fluentui/react-icons";
import { useEffect } from "react";
import { messageOf } from "#tab/words/message-of.ts";
import { Notice } from "./Notice.tsx";
import { usePorts } from "#tab/ports/ports.ts";
import { useAgainAfter } from "./use-again-after.ts";
import { useAgainQuietly } from "./use-again-quietly.ts";
import { SignInButton } from "./SignInButton.tsx";

interface TroubleProps {
  readonly opened: { readonly error: unknown };
  readonly onRetry: () => void;
  /** Tries again and leaves this page as it is until it works. */
  readonly onRetryQuietly?: (() => void) | undefined;
}

/** The whole page where no plan can be shown: what happened, and what to do about it. */
export function Trouble({ opened, onRetry, onRetryQuietly }: TroubleProps) {
  const { signIn, host } = usePorts();
  const { error } = opened;
  useEffect(() => host.troubled(error), [host, error]);
  useAgainAfter(error, onRetry);
  const quietly = isOnesToMend(error) ? undefined : onRetryQuietly;
  useAgainQuietly(quietly);
  if (error instanceof SignInError)
    return (
      <main className="page">
        <Notice
          whole
          icon={PersonLockRegular}
          title="Teams needs you to sign in"
          actions={<SignInButton primary signIn={signIn} onSignedIn={onRetry} />}
        >
          {error.message}
        </Notice>
      </main>
    );
  return <Refused error={error} goesOn={quietly !== undefined} onRetry={onRetry} />;
}

/** The reader has to do something first, or SharePoint has said when it is to be asked. */
function isOnesToMend(error: unknown): boolean {
  return error instanceof SignInError || waitAsked(error) !== undefined;
}

const byItself = "It opens by itself as soon as it can.";

interface RefusedProps {
  readonly error: unknown;
  /** It is tried again by itself. */
  readonly goesOn: boolean;
  readonly onRetry: () => void;
}

function Refused({ error, goesOn, onRetry }: RefusedProps) {
  if (error instanceof NotAllowedError)
    return (
      <Whole icon={LockClosedRegular} title="You may not see this plan" onRetry={onRetry}>
        You are signed in, but nobody has given you the plan to read. Ask the plan’s owner to add
        you{goesOn ? `. ${byItself}` : "; you can then open this tab again."}
      </Whole>
    );
  if (error instanceof NotFoundError)
    return (
      <Whole icon={DocumentSearchRegular} title="This plan is not here" onRetry={onRetry}>
        {error.message} Whoever looks after this tab chooses another plan in the tab’s settings.
        {goesOn && ` Should this one come back, it opens by itself.`}
      </Whole>
    );
  return (
    <Whole icon={CloudOffRegular} title="The plan could not be opened" onRetry={onRetry}>
      {messageOf(error)}
      {waitAsked(error) !== undefined && " It opens by itself when the wait is over."}
      {goesOn && ` ${byItself}`}
    </Whole>
  );
}

interface WholeProps {
  readonly icon: FluentIcon;
  readonly title: string;
  readonly children: React.ReactNode;
  readonly onRetry: () => void;
}

function Whole({ onRetry, ...notice }: WholeProps) {
  return (
    <main className="page">
      <Notice whole {...notice} actions={<Button onClick={onRetry}>Try again</Button>} />
    </main>
  );
}
