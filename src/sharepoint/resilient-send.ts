import type { TimelinePipe } from "@pnp/core";
import type { Queryable } from "@pnp/queryable";
import { InterceptedError, SignInError, UnavailableError } from "#plan/errors.ts";
import { claimsAskedFor } from "./claims-asked-for.ts";
import { secondsAsked } from "./seconds-asked.ts";

/**
 * A token for the site; `fresh` after SharePoint refused the one before, `claims` where it said what the next one has to
 * prove.
 */
export type SharePointToken = (fresh?: boolean, claims?: string) => Promise<string>;

/** Until when SharePoint wants to be asked nothing, by whose token that was; milliseconds of the clock. */
const quietUntil = new WeakMap<SharePointToken, number>();

/** Seconds: a longer wait is the caller's, who tells the person; until it is over nothing more is sent. */
const longestWait = 30;

const tries = 4;

/** Milliseconds that a try waits for its answer; the second one longer, for a line that answers, but only after a minute. */
const patience = (attempt: number) => (attempt === 2 ? 75_000 : 30_000);

/** PnPjs speaks to SharePoint as everything else here does. */
export function ResilientSend(token: SharePointToken): TimelinePipe<Queryable> {
  return (instance: Queryable) => {
    instance.on.send.clear();
    instance.on.send((url, init) => sendResiliently(token, url, init));
    return instance;
  };
}

/**
 * How this product speaks to SharePoint: Retry-After of a 429 or 503 is obeyed with jitter, a 401 gets one fresh
 * token, a connection that is lost before the whole answer came is tried again. Writes are repeated too, which is safe
 * because each carries its own key. While a long wait that SharePoint asked for lasts, nothing is sent. Throws
 * UnavailableError or SignInError where that was not enough; other answers are the caller's.
 */
export async function sendResiliently(
  token: SharePointToken,
  url: URL,
  init: RequestInit,
): Promise<Response> {
  refuseWhileQuiet(token);
  let refreshed = false;
  let bearer = await token();
  for (let attempt = 1; ; attempt++) {
    const answer = await once(url, init, { bearer, patienceMs: patience(attempt) });
    if (answer instanceof Response && answer.status === 401) {
      if (refreshed)
        throw new SignInError(
          "SharePoint does not accept who you are signed in as. Sign in again.",
        );
      refreshed = true;
      bearer = await token(true, claimsAskedFor(answer));
      continue;
    }
    if (answer instanceof Response && answer.status !== 429 && answer.status !== 503)
      return ofSharePoint(answer);
    await waitAfter(answer, attempt, token);
  }
}

function refuseWhileQuiet(token: SharePointToken): void {
  const quiet = (quietUntil.get(token) ?? 0) - Date.now();
  if (quiet > 0) throw tooBusy(quiet / 1000);
}

/** Until the next try; throws UnavailableError where there is to be none. */
async function waitAfter(
  answer: Response | Error,
  attempt: number,
  token: SharePointToken,
): Promise<void> {
  const wait = secondsToWait(answer, attempt);
  if (wait > longestWait) quietUntil.set(token, Date.now() + wait * 1000);
  if (attempt === tries || wait > longestWait) throw unavailable(answer, wait);
  await new Promise((resolve) => setTimeout(resolve, wait * 1000));
}

/** The answer, all of it, or the error of a connection that gave none. */
async function once(
  url: URL,
  init: RequestInit,
  { bearer, patienceMs }: { readonly bearer: string; readonly patienceMs: number },
): Promise<Response | Error> {
  const headers = new Headers(init.headers);
  headers.set("authorization", `Bearer ${bearer}`);
  try {
    return await whole(
      await fetch(url, { ...init, headers, signal: AbortSignal.timeout(patienceMs) }),
    );
  } catch (cause) {
    return cause instanceof Error ? cause : new Error(String(cause));
  }
}

/** With its body, which may still be lost on the way once its head is there. */
async function whole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url } = answer;
  const body = await answer.arrayBuffer();
  const read = new Response(body.byteLength > 0 ? body : null, { status, statusText, headers });
  // What refuses is named by where it stands.
  return Object.defineProperty(read, "url", { value: url });
}

/**
 * SharePoint never answers one of these questions with a web page. What does stands in between: the network of a hotel or
 * a hospital that wants people to sign in to it, or a page to sign in that a redirection led to.
 */
function ofSharePoint(answer: Response): Response {
  if (answer.ok && /^text\/html\b/i.test(answer.headers.get("content-type") ?? ""))
    throw new InterceptedError(
      "A web page answered in place of SharePoint, as where a network wants you to sign in to it first. Open any website to see what it wants, then try again.",
    );
  return answer;
}

/** SharePoint's own word where it gave one, else half a second, doubling; up to a quarter more, so that many do not return at once. */
function secondsToWait(answer: Response | Error, attempt: number): number {
  const asked = answer instanceof Response ? secondsAsked(answer) : undefined;
  return (asked ?? 0.25 * 2 ** attempt) * (1 + Math.random() / 4);
}

function unavailable(answer: Response | Error, retryAfter: number): UnavailableError {
  if (answer instanceof Response) return tooBusy(retryAfter);
  return new UnavailableError("SharePoint can't be reached. Check the connection and try again.", {
    cause: answer,
  });
}

function tooBusy(retryAfter: number): UnavailableError {
  const minutes = Math.ceil(retryAfter / 60);
  const when = minutes > 1 ? `${minutes} minutes` : "a minute";
  return new UnavailableError(`SharePoint is too busy just now. Try again in ${when}.`, {
    retryAfter,
  });
}
