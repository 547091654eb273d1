import type { Authority } from "../sign-in/authority.ts";
import { connectorToken } from "../sign-in/tokens.ts";
import type { Activity, Addressing } from "./activities.ts";

/** The app could not be spoken to; the message is for people. */
export class AppUnreachable extends Error {}

/** What the app answered: the body as JSON where there was one. */
export interface AppAnswer {
  readonly status: number;
  readonly body: unknown;
}

/** Teams gives up on an app after about this long. */
const patienceMilliseconds = 15_000;

/** Speaks to the bot's messaging endpoint as the connector: each activity with a freshly signed token. */
export interface BotClient {
  /** Throws `AppUnreachable` when nobody answers in time. */
  send(activity: Activity): Promise<AppAnswer>;
  /** As `send`, for what needs no answer: tries again while the app starts or is busy. */
  deliver(activity: Activity): Promise<void>;
}

export function botClient(parts: {
  readonly authority: Authority;
  readonly addressing: Addressing;
  readonly endpoint: string;
  /** Ends what is on its way when Teams is closed. */
  readonly stopping: AbortSignal;
}): BotClient {
  const { authority, addressing, endpoint, stopping } = parts;

  async function send(activity: Activity): Promise<AppAnswer> {
    const { token } = await connectorToken(authority, addressing);
    const answer = await fetch(endpoint, {
      method: "POST",
      redirect: "error",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(activity),
      signal: AbortSignal.any([stopping, AbortSignal.timeout(patienceMilliseconds)]),
    }).catch((cause: unknown) => {
      throw new AppUnreachable(unreachable(addressing.appName, cause), { cause });
    });
    return { status: answer.status, body: parsed(await answer.text()) };
  }

  return {
    send,
    async deliver(activity) {
      for (const pause of [300, 1000, 3000, undefined]) {
        const problem = await send(activity).then(refusal, (cause: unknown) => {
          if (cause instanceof AppUnreachable) return { cause, again: true };
          throw cause;
        });
        if (problem === undefined) return;
        if (pause === undefined || !problem.again || stopping.aborted) throw problem.cause;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    },
  };

  function refusal({ status }: AppAnswer) {
    if (status < 300) return undefined;
    const cause = new AppUnreachable(`${addressing.appName} answered with an error (${status}).`);
    return { cause, again: [412, 429, 502, 503, 504].includes(status) };
  }
}

function unreachable(appName: string, cause: unknown): string {
  if (cause instanceof Error && cause.name === "TimeoutError")
    return `${appName} did not answer within ${patienceMilliseconds / 1000} seconds.`;
  return `${appName} cannot be reached.`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
