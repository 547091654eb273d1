import { z } from "zod";
import type { Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import { apiAudience, apiToken } from "../sign-in/tokens.ts";
import { cardActionActivity, type Addressing, type SignOnAnswer } from "./activities.ts";
import { AppUnreachable, type AppAnswer, type BotClient } from "./bot-client.ts";
import type { Conversations } from "./conversations.ts";
import type { CardAction, CardOutcome } from "./message.ts";
import type { TeamsStore } from "./teams-store.ts";

const invokeAnswer = z.object({ statusCode: z.number(), type: z.string(), value: z.unknown() });

const oauthCard = z.object({
  connectionName: z.string(),
  tokenExchangeResource: z.object({ id: z.string(), uri: z.string() }),
});

type InvokeAnswer = z.infer<typeof invokeAnswer>;

export interface CardActionParts {
  readonly authority: Authority;
  readonly addressing: Addressing;
  readonly bot: BotClient;
  readonly conversations: Conversations;
  readonly store: TeamsStore;
}

/**
 * Sends a press to the app and answers what the page shows. When the app asks the person to sign in,
 * Teams answers by single sign-on and repeats the press once, without the person noticing.
 */
export async function pressCard(
  parts: CardActionParts,
  person: Person,
  press: CardAction,
): Promise<CardOutcome> {
  const message = parts.conversations.visibleTo(person, press.message);
  const send = async (authentication?: SignOnAnswer) => {
    const pressed = { id: parts.store.nextMessageId(), message, press };
    return invokeAnswerOf(
      await parts.bot.send(cardActionActivity(parts.addressing, person, pressed, authentication)),
    );
  };
  try {
    const first = await send();
    if (!asksToSignIn(first)) return outcomeOf(first, parts.addressing.appName);
    const answer = await signOn(parts, person, first);
    if (answer === undefined) return failure("The app asked to sign in to something else.");
    const second = await send(answer);
    if (asksToSignIn(second)) return failure("The app did not accept the sign-in.");
    return outcomeOf(second, parts.addressing.appName);
  } catch (cause) {
    if (cause instanceof AppUnreachable) return failure(cause.message);
    throw cause;
  }
}

/** Only a request that names the app's own registration is answered with a token. */
export async function signOn(
  { authority, addressing }: Pick<CardActionParts, "authority" | "addressing">,
  person: Person,
  { value }: InvokeAnswer,
): Promise<SignOnAnswer | undefined> {
  const card = oauthCard.safeParse(value);
  const audience = apiAudience(addressing.botClientId);
  if (!card.success || card.data.tokenExchangeResource.uri !== audience) return undefined;
  const { token } = await apiToken(authority, person, {
    audience,
    clientId: addressing.botClientId,
  });
  const { connectionName, tokenExchangeResource } = card.data;
  return { id: tokenExchangeResource.id, connectionName, token };
}

/** True where the app asks that the person be signed in and the press repeated. */
export function asksToSignIn(answer: InvokeAnswer | undefined): answer is InvokeAnswer {
  return answer?.type === "application/vnd.microsoft.activity.loginRequest";
}

/** The app's answer to a press, where it is one. */
export function invokeAnswerOf({ body }: AppAnswer): InvokeAnswer | undefined {
  return invokeAnswer.safeParse(body).data;
}

function outcomeOf(answer: InvokeAnswer | undefined, appName: string): CardOutcome {
  const silent = failure(`${appName} did not say what became of it. Try again.`);
  if (answer === undefined) return silent;
  switch (answer.type) {
    case "application/vnd.microsoft.card.adaptive": {
      const card = z.record(z.string(), z.unknown()).safeParse(answer.value);
      return card.success ? { kind: "card", card: card.data } : silent;
    }
    case "application/vnd.microsoft.activity.message": {
      const text = z.string().safeParse(answer.value);
      return text.success ? { kind: "message", text: text.data } : silent;
    }
    case "application/vnd.microsoft.error":
    case "application/vnd.microsoft.error.preconditionFailed":
    case "application/vnd.microsoft.error.incorrectAuthCode": {
      const error = z.object({ message: z.string().min(1) }).safeParse(answer.value);
      return error.success ? failure(error.data.message) : silent;
    }
    default:
      return silent;
  }
}

function failure(text: string): CardOutcome {
  return { kind: "failure", text };
}
