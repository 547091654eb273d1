import { z } from "zod";
import type { Handling } from "./handling.ts";
import { signIn } from "./sign-in.ts";

const signedIn = z.object({
  from: z.object({ id: z.string().min(1), aadObjectId: z.string().min(1) }),
  conversation: z.object({ id: z.string() }),
  value: z.object({
    /** The code of somebody who signed in by hand. */
    state: z.string().optional(),
    connectionName: z.string().optional(),
    token: z.string().optional(),
  }),
});

/**
 * Teams says that somebody signed in: with a code after the window of the sign-in button, or with a token of single sign-on.
 * It is kept by the token service, so that their next press finds it. 412 where nobody can be signed in with it.
 */
export async function onSignedIn(
  handling: Handling,
  received: unknown,
): Promise<{ readonly status: 200 | 412 }> {
  const { data } = signedIn.safeParse(received);
  if (!data) return { status: 412 };
  const { state, connectionName, token } = data.value;
  if (state === undefined && token === undefined) return { status: 412 };
  try {
    const signed = await signIn(handling, {
      teamsId: data.from.id,
      objectId: data.from.aadObjectId,
      conversation: data.conversation.id,
      code: state,
      ...(connectionName && token ? { signOn: { connectionName, token } } : {}),
    });
    return { status: "token" in signed ? 200 : 412 };
  } catch (cause) {
    const error = cause instanceof Error ? cause.name : "unknown";
    handling.log("warn", "sign-in not taken", { error });
    return { status: 412 };
  }
}
