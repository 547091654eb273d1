import {
  NotAllowedError,
  NotFoundError,
  RefusedError,
  SignInError,
  UnavailableError,
} from "#plan/errors.ts";
import * as z from "zod/mini";
import type { Cards } from "./cards.ts";

interface Connection {
  readonly apiUrl: string;
  readonly token: (options?: { readonly fresh?: boolean }) => Promise<string>;
  readonly signIn: () => Promise<void>;
}

/** The app's own server, which alone may post to the channel. */
export function connectCards({ apiUrl, token, signIn }: Connection): Cards {
  async function post(path: string): Promise<void> {
    const first = await send(`${apiUrl}${path}`, await token());
    const answer =
      first.status === 401 ? await send(`${apiUrl}${path}`, await token({ fresh: true })) : first;
    if (!answer.ok) throw await refusal(answer);
  }
  return {
    post: (planId, actionId) => post(`${pathOf(planId, actionId)}/card`),
    refresh: (planId, actionId) => post(`${pathOf(planId, actionId)}/changed`),
    signIn,
  };
}

function pathOf(planId: number, actionId: number): string {
  return `/plans/${planId}/actions/${actionId}`;
}

async function send(url: string, token: string): Promise<Response> {
  try {
    return await fetch(url, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(30_000),
    });
  } catch (cause) {
    throw new UnavailableError("The channel could not be reached. Try again in a minute.", {
      cause,
    });
  }
}

const errorBody = z.object({ error: z.object({ message: z.string() }) });

/** The server's message is written for people; its status says what kind of refusal it is. */
async function refusal(answer: Response): Promise<Error> {
  const read = errorBody.safeParse(await answer.json().catch(() => undefined));
  const message = read.success
    ? read.data.error.message
    : `The channel answered with an error (${answer.status}). Try again in a minute.`;
  const kinds: Partial<Record<number, new (message: string) => Error>> = {
    400: RefusedError,
    401: SignInError,
    403: NotAllowedError,
    404: NotFoundError,
    422: RefusedError,
  };
  return new (kinds[answer.status] ?? UnavailableError)(message);
}
