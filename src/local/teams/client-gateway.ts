import express, { Router } from "express";
import { z } from "zod";
import { type Person, personByObjectId, personByTeamsId } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import type { Addressing } from "./activities.ts";
import { AppUnreachable, type AppAnswer, botClient, type BotClient } from "./bot-client.ts";
import { asksToSignIn, invokeAnswerOf, signOn } from "./card-actions.ts";
import { asksAnExtensionsSignIn } from "./extension.ts";
import { RequestRefused } from "./request-refused.ts";
import { singleSignOn } from "./single-sign-on.ts";

/** Where a client of another maker sends its activities to. */
export const clientPath = "/client/api/messages";

/** Where one that signs for itself gets what Teams hands over for single sign-on. */
export const signOnPath = "/client/sign-on";

const asked = z.object({ user: z.string() });

const sent = z.looseObject({
  id: z.string().default(""),
  serviceUrl: z.url(),
  from: z.looseObject({ aadObjectId: z.string().optional() }).default({}),
  value: z.looseObject({}).optional().catch(undefined),
});

type Sent = z.infer<typeof sent>;

export interface ClientGatewayParts {
  readonly authority: Authority;
  readonly addressing: Addressing;
  readonly endpoint: string;
  readonly stopping: AbortSignal;
}

/**
 * The connector for a bot client that is not ours and cannot sign as the Bot Framework does: what it sends is signed with
 * this machine's key for the service that it names, and handed on unchanged; the app checks it like anything else. Where
 * the app asks to sign in, the person is signed on and the press repeated, as Teams does and such clients mostly do not.
 */
export function clientGateway(parts: ClientGatewayParts): Router {
  const router = Router();
  // A page of another origin cannot send this type without being asked about first, and is refused then.
  const asJson = express.json({ limit: "1mb" });
  router.post(clientPath, asJson, async (request, response) => {
    const { success, data: activity } = sent.safeParse(request.body);
    if (!success) {
      throw new RequestRefused(400, "BadSyntax", "This needs to be an activity with a serviceUrl.");
    }
    const { status, body } = await handOn(parts, activity).catch((cause: unknown) => {
      if (!(cause instanceof AppUnreachable)) throw cause;
      throw new RequestRefused(502, "BadGateway", cause.message);
    });
    response.status(status).json(body ?? {});
  });
  return router;
}

/** Single sign-on of this machine's people for another client: `{"user":"29:…"}` gives `{connectionName, token}`. */
export function clientSignOn(parts: Pick<ClientGatewayParts, "authority" | "addressing">): Router {
  const router = Router();
  // As above: no page of another origin can send this, and none could read the answer.
  router.post(signOnPath, express.json({ limit: "10kb" }), async (request, response) => {
    const person = personByTeamsId(asked.safeParse(request.body).data?.user ?? "");
    if (!person) {
      throw new RequestRefused(404, "NotFound", 'Nobody here has this user id: {"user":"29:…"}.');
    }
    response.set("cache-control", "no-store").json(await singleSignOn(parts, person));
  });
  return router;
}

async function handOn(parts: ClientGatewayParts, activity: Sent) {
  const addressing = { ...parts.addressing, serviceUrl: activity.serviceUrl };
  const bot: BotClient = botClient({ ...parts, addressing });
  const first = await bot.send(activity);
  const person = personByObjectId(activity.from.aadObjectId);
  const authentication = person && (await signedOn(parts, person, first));
  return authentication
    ? bot.send({ ...activity, value: { ...activity.value, authentication } })
    : first;
}

/** What Teams would hand over for this answer; undefined where the app asks nobody to sign in. */
async function signedOn(parts: ClientGatewayParts, person: Person, answer: AppAnswer) {
  const asks = invokeAnswerOf(answer);
  if (asksToSignIn(asks)) return signOn(parts, person, asks);
  return asksAnExtensionsSignIn(answer) ? singleSignOn(parts, person) : undefined;
}
