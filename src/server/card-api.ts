import { type Request, Router } from "express";
import { z } from "zod";
import { isLoginOf } from "#bot/login-name.ts";
import type { Bot } from "#bot/create-bot.ts";
import { NotAllowedError } from "#plan/errors.ts";
import type { MemberStore } from "#usecases/ports/members.ts";
import type { ApiCaller } from "./api-caller.ts";
import { answeringErrors } from "./api-errors.ts";

export interface CardApiParts {
  readonly bot: Bot;
  readonly members: MemberStore;
  readonly callerOf: (authorization: string | undefined) => Promise<ApiCaller>;
}

const id = z.coerce.number().int().positive();
const actionPlace = z.object({ plan: id, action: id });
const meetingPlace = z.object({ plan: id, meeting: id });
const recommendationPlace = z.object({ plan: id, recommendation: id });

/**
 * What the tab asks of the bot: post an action's card or a meeting's minutes, bring posted cards up to date, open a
 * recommendation's thread.
 */
export function cardApi({ bot, members, callerOf }: CardApiParts): Router {
  const router = Router();
  const asked = async <Place extends { readonly plan: number }>(
    request: Request,
    place: z.ZodType<Place>,
  ) => {
    const { upn } = await callerOf(request.headers.authorization);
    const named = placeOf(request, place);
    const { everybody } = await members.of(named.plan);
    if (!everybody.some((login) => isLoginOf(login, upn))) {
      throw new NotAllowedError("Only people who take part in this plan can do this.");
    }
    return { upn, ...named };
  };
  router.post("/plans/:plan/actions/:action/card", async (request, response) => {
    const { upn, plan, action } = await asked(request, actionPlace);
    const { conversation, message } = await bot.postActionCard(plan, action, upn);
    response.json({ conversation, message });
  });
  router.post("/plans/:plan/actions/:action/changed", async (request, response) => {
    const { plan, action } = await asked(request, actionPlace);
    await bot.refreshActionCards(plan, action);
    response.status(204).end();
  });
  router.post("/plans/:plan/recommendations/:recommendation/thread", async (request, response) => {
    const { plan, recommendation } = await asked(request, recommendationPlace);
    response.json(await bot.openThread(plan, recommendation));
  });
  router.post("/plans/:plan/meetings/:meeting/minutes", async (request, response) => {
    const { plan, meeting } = await asked(request, meetingPlace);
    await bot.postMinutes(plan, meeting);
    response.status(204).end();
  });
  router.use(answeringErrors);
  return router;
}

function placeOf<Place>(request: Request, place: z.ZodType<Place>): Place {
  const read = place.safeParse(request.params);
  if (!read.success) throw new NotAllowedError("This address names nothing of a plan.");
  return read.data;
}
