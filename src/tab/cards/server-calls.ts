import {
  InterceptedError,
  NotAllowedError,
  NotFoundError,
  RefusedError,
  SignInError,
  UnavailableError,
} from "#plan/errors.ts";
import * as v from "valibot";

export interface ServerConnection {
  readonly apiUrl: string;
  readonly token: (options?: { readonly fresh?: boolean }) => Promise<string>;
}

/** Asks the app's own server, and gives its answer. Throws errors whose message is written for people. */
export type AskServer = (path: string, body?: unknown) => Promise<unknown>;

/** The app's own server, for what the person themselves may not do: post to the channel, make a group. */
export function serverCalls({ apiUrl, token }: ServerConnection): AskServer {
  return async (path, body) => {
    const address = `${apiUrl}${path}`;
    const first = await send(address, await token(), body);
    const answer =
      first.status === 401 ? await send(address, await token({ fresh: true }), body) : first;
    if (!answer.ok) throw await refusal(answer);
    return answer.status === 204 ? undefined : bodyOf(answer);
  };
}

async function send(address: string, token: string, body: unknown): Promise<Response> {
  const headers = { Authorization: `Bearer ${token}` };
  const json = { "Content-Type": "application/json" };
  return orUnreachable(
    fetch(address, {
      method: "POST",
      headers: body === undefined ? headers : { ...headers, ...json },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(30_000),
    }),
  );
}

/** A connection may end in the middle of an answer too. */
async function orUnreachable<T>(answer: Promise<T>): Promise<T> {
  return answer.catch((cause: unknown) => {
    throw new UnavailableError("The app’s server could not be reached. Try again in a minute.", {
      cause,
    });
  });
}

/** The server itself answers these questions with JSON; a web page is somebody else's. */
async function bodyOf(answer: Response): Promise<unknown> {
  if (/^text\/html\b/i.test(answer.headers.get("content-type") ?? ""))
    throw new InterceptedError(
      "A web page answered in place of the app’s server, as where a network wants you to sign in to it first. Open any website to see what it wants, then try again.",
    );
  return orUnreachable(answer.json());
}

const errorBody = v.object({ error: v.object({ message: v.string() }) });

/** The server's message is written for people; its status says what kind of refusal it is. */
async function refusal(answer: Response): Promise<Error> {
  const read = v.safeParse(errorBody, await answer.json().catch(() => undefined));
  const message = read.success
    ? read.output.error.message
    : `The app’s server answered with an error (${answer.status}). Try again in a minute.`;
  const kinds: Partial<Record<number, new (message: string) => Error>> = {
    400: RefusedError,
    401: SignInError,
    403: NotAllowedError,
    404: NotFoundError,
    422: RefusedError,
  };
  return new (kinds[answer.status] ?? UnavailableError)(message);
}
