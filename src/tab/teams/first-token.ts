import * as v from "valibot";

interface Asked {
  readonly clientId: string;
  readonly authority: string;
  readonly scope: string;
}

export interface HeldToken {
  readonly token: string;
  /** Milliseconds of the clock. */
  readonly goodUntil: number;
}

/** A request that begins just before the token ends is refused: five minutes before is the end. */
export const marginMs = 5 * 60_000;

/** Milliseconds; who has no answer by then asks MSAL, which can say what is wrong. */
const patienceMs = 10_000;

/** What MSAL calls itself on the bridge, and the version whose protocol this is. */
const library = { clientLibrary: "msal.js.browser", clientLibraryVersion: "5.29.0" };

const given = v.object({
  requestId: v.string(),
  success: v.literal(true),
  token: v.object({
    access_token: v.pipe(v.string(), v.minLength(1)),
    expires_in: v.pipe(v.number(), v.finite()),
  }),
});

/**
 * The first token, asked of Teams over its bridge for nested app authentication with the request that MSAL would send:
 * fetching and starting MSAL takes a slow computer longer than Teams takes to answer. teams-js, which makes the bridge,
 * lets through only what comes from the host that it shook hands with. Undefined where there is no such bridge or no
 * token on it, whatever the reason: MSAL then asks again, and knows what to say to the person.
 */
export async function firstToken(asked: Asked): Promise<HeldToken | undefined> {
  const bridge = window.nestedAppAuthBridge;
  if (!bridge) return undefined;
  const requestId = crypto.randomUUID();
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  bridge.addEventListener("message", (message) => {
    const text = typeof message === "string" ? message : message.data;
    if (typeof text === "string" && text.includes(requestId)) resolve(text);
  });
  const sendTime = Date.now();
  const post = bridge.postMessage.bind(bridge);
  post(
    JSON.stringify({
      messageType: "NestedAppAuthRequest",
      method: "GetToken",
      requestId,
      sendTime,
      ...library,
      tokenParams: {
        ...asked,
        correlationId: crypto.randomUUID(),
        authenticationScheme: "Bearer",
        extraParameters: {},
      },
    }),
  );
  const timer = setTimeout(() => resolve(undefined), patienceMs);
  const answer = v.safeParse(given, parsed(await promise));
  clearTimeout(timer);
  if (!answer.success || answer.output.requestId !== requestId) return undefined;
  const { access_token: token, expires_in: seconds } = answer.output.token;
  return { token, goodUntil: sendTime + seconds * 1000 - marginMs };
}

function parsed(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

declare global {
  interface Window {
    /** Made by teams-js once it has shaken hands with a host that has one. */
    readonly nestedAppAuthBridge?: {
      addEventListener(kind: "message", listener: (message: string | MessageEvent) => void): void;
      postMessage(message: string): void;
    };
  }
}
