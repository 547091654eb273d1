import express, { Router } from "express";
import { z } from "zod";
import { personByObjectId } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import type { Addressing } from "./activities.ts";
import { AppUnreachable, botClient, type BotClient } from "./bot-client.ts";
import { asksToSignIn, invokeAnswerOf, signOn } from "./card-actions.ts";
import { RequestRefused } from "./request-refused.ts";

/** Where a client of another maker sends its activities to. */
export const clientPath = "/client/api/messages";

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

async function handOn(parts: ClientGatewayParts, activity: Sent) {
  const addressing = { ...parts.addressing, serviceUrl: activity.serviceUrl };
  const bot: BotClient = botClient({ ...parts, addressing });
  const first = await bot.send(activity);
  const asked = invokeAnswerOf(first);
  const person = personByObjectId(activity.from.aadObjectId);
  if (!person || !asksToSignIn(asked)) return first;
  const authentication = await signOn(parts, person, asked);
  return authentication
    ? bot.send({ ...activity, value: { ...activity.value, authentication } })
    : first;
}
