import { type ErrorRequestHandler, type Request, Router } from "express";
import { z } from "zod";
import { isLoginOf } from "#bot/login-name.ts";
import type { Bot } from "#bot/create-bot.ts";
import { NotAllowedError, PlanError, UnavailableError } from "#plan/errors.ts";
import type { MemberStore } from "#usecases/ports.ts";
import type { ApiCaller } from "./api-caller.ts";

export interface CardApiParts {
  readonly bot: Bot;
  readonly members: MemberStore;
  readonly callerOf: (authorization: string | undefined) => Promise<ApiCaller>;
}

const places = z.object({
  plan: z.coerce.number().int().positive(),
  action: z.coerce.number().int().positive(),
});

/** What the tab asks of the bot: post an action's card to the channel, and bring posted cards up to date. */
export function cardApi({ bot, members, callerOf }: CardApiParts): Router {
  const router = Router();
  const asked = async (request: Request) => {
    const { upn } = await callerOf(request.headers.authorization);
    const { plan, action } = placesOf(request);
    const { everybody } = await members.of(plan);
    if (!everybody.some((login) => isLoginOf(login, upn))) {
      throw new NotAllowedError("Only people who take part in this plan can do this.");
    }
    return { upn, plan, action };
  };
  router.post("/plans/:plan/actions/:action/card", async (request, response) => {
    const { upn, plan, action } = await asked(request);
    const { conversation, message } = await bot.postActionCard(plan, action, upn);
    response.json({ conversation, message });
  });
  router.post("/plans/:plan/actions/:action/changed", async (request, response) => {
    const { plan, action } = await asked(request);
    await bot.refreshActionCards(plan, action);
    response.status(204).end();
  });
  router.use(answered);
  return router;
}

function placesOf(request: Request): z.infer<typeof places> {
  const { data } = places.safeParse(request.params);
  if (!data) throw new NotAllowedError("This address names no action of a plan.");
  return data;
}

const statuses: Readonly<Record<string, number>> = {
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "sign-in": 401,
  unavailable: 503,
  refused: 422,
};

/** Errors that are written for people go to them; others are the next handler's. */
const answered: ErrorRequestHandler = (cause, _request, response, next) => {
  if (!(cause instanceof PlanError) || response.headersSent) {
    next(cause);
    return;
  }
  if (cause instanceof UnavailableError && cause.retryAfter !== undefined) {
    response.set("retry-after", String(Math.ceil(cause.retryAfter)));
  }
  response
    .status(statuses[cause.code] ?? 500)
    .json({ error: { code: cause.code, message: cause.message } });
};
