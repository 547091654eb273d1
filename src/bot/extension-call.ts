import { z } from "zod";
import { PlanError, SignInError } from "#plan/errors.ts";
import type { PersonStores } from "./bot-options.ts";
import type { CardAnswer } from "./card-answer.ts";
import { deadline, type Within } from "./deadline.ts";
import type { Handling } from "./handling.ts";
import { refusalWords } from "./refusals.ts";
import { signIn, signInAnew, type SigningIn } from "./sign-in.ts";

/** Somebody used the app from the box where they write, or from the menu of a message. */
export interface ExtensionCall extends SigningIn {
  readonly commandId: string;
  /** What the kind of call sends: untrusted, each looks at it for itself. */
  readonly value: unknown;
}

/** An answer as Teams' message extensions take it: results, a dialog, or what asks to sign in. */
export interface ExtensionAnswer {
  readonly status: number;
  readonly body: object;
}

export interface ExtensionWork {
  /** Teams signs in by itself for searches and links only (learn.microsoft.com: SSO for message extensions). */
  readonly silent: boolean;
  /** The answer that shows these words where the results would be. */
  readonly say: (words: string) => object;
  readonly work: (
    call: ExtensionCall,
    as: { readonly stores: PersonStores; readonly within: Within },
  ) => Promise<object>;
}

const activity = z.object({
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().min(1) }),
  conversation: z.object({ id: z.string() }).catch({ id: "" }),
  value: z.looseObject({
    commandId: z.string().max(60).catch(""),
    authentication: z.object({ token: z.string() }).nullish(),
    state: z.string().nullish(),
  }),
});

/**
 * Answers with what `work` makes of the call, as the person who called. Somebody who has not signed in is asked to, and
 * Teams calls again. What goes wrong is said in words; it never throws.
 */
export async function answerCall(
  handling: Handling,
  received: unknown,
  { silent, say, work }: ExtensionWork,
): Promise<ExtensionAnswer> {
  const call = readCall(handling, received);
  if (!call) return { status: 200, body: say("This is from another version of the app.") };
  const within = deadline();
  try {
    const signed = await within(signIn(handling, call));
    if ("ask" in signed) return asking(signed.ask, silent, say);
    const stores = handling.storesFor(async () => signed.token);
    return { status: 200, body: await work(call, { stores, within }) };
  } catch (cause) {
    if (!(cause instanceof SignInError) || call.signOn) {
      return { status: 200, body: say(wordsFor(handling, call, cause)) };
    }
    return within(signInAnew(handling, call)).then(
      (ask) => asking(ask, silent, say),
      () => ({ status: 200, body: say(wordsFor(handling, call, cause)) }),
    );
  }
}

function readCall({ configuration }: Handling, received: unknown): ExtensionCall | undefined {
  const { data } = activity.safeParse(received);
  if (!data) return undefined;
  const { from, conversation, value } = data;
  const connectionName = configuration.oauthConnection;
  return {
    teamsId: from.id,
    objectId: from.aadObjectId,
    conversation: conversation.id,
    commandId: value.commandId,
    value,
    ...(value.authentication
      ? { signOn: { connectionName, token: value.authentication.token } }
      : {}),
    ...(value.state ? { code: value.state } : {}),
  };
}

const login = z.object({ buttons: z.array(z.object({ value: z.string() })).min(1) });

/** What a card would answer, as a message extension says it. */
function asking(ask: CardAnswer, silent: boolean, say: ExtensionWork["say"]): ExtensionAnswer {
  // What Teams handed over could not be exchanged: it then asks the person itself.
  if (ask.statusCode === 412) return { status: 412, body: {} };
  const link = login.safeParse(ask.value).data?.buttons[0]?.value;
  if (link === undefined) return { status: 200, body: say("Signing in did not work. Try again.") };
  const actions = [{ type: "openUrl", title: "Sign in", value: link }];
  return {
    status: 200,
    body: {
      composeExtension: { type: silent ? "silentAuth" : "auth", suggestedActions: { actions } },
    },
  };
}

function wordsFor(handling: Handling, { commandId }: ExtensionCall, cause: unknown): string {
  const incident = handling.newKey();
  const error = cause instanceof Error ? cause.name : "unknown";
  handling.log("warn", "extension call failed", { command: commandId, incident, error });
  const { reason, whatToDo } = refusalWords(cause, incident);
  return cause instanceof PlanError ? reason : `${reason} ${whatToDo}`;
}
