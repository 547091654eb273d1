import express, { Router } from "express";
import { z } from "zod";
import { isLoginOf } from "#bot/login-name.ts";
import { NotAllowedError, RefusedError } from "#plan/errors.ts";
import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import type { MemberStore } from "#usecases/ports/members.ts";
import type { ApiCaller } from "./api-caller.ts";
import { answeringErrors } from "./api-errors.ts";

export interface AgencyApiParts {
  readonly members: MemberStore;
  /** Makes what is missing for each: its item, its group, its folders. Gives every agency of the site. */
  readonly ensureAgencies: (agencies: readonly NewAgency[]) => Promise<readonly Agency[]>;
  readonly callerOf: (authorization: string | undefined) => Promise<ApiCaller>;
}

const name = z.string().trim().min(1).max(100);
const asked = z.strictObject({
  agencies: z
    .array(
      z.strictObject({
        shortName: name,
        name: z.string().trim().min(1).max(255),
        otherNames: z.array(name).max(20),
      }),
    )
    .min(1)
    .max(100),
});

/**
 * What an owner who imports a plan needs and may not make: an agency is a group and folders with permissions of their
 * own, which takes full control of the site. The app has it, and makes them for the plan's owners and nobody else.
 */
export function agencyApi({ members, ensureAgencies, callerOf }: AgencyApiParts): Router {
  const router = Router();
  router.post("/agencies", express.json({ limit: "100kb" }), async (request, response) => {
    const { upn } = await callerOf(request.headers.authorization);
    const { owners } = await members.of(0);
    if (!owners.some((login) => isLoginOf(login, upn)))
      throw new NotAllowedError("Only plan owners can add agencies.");
    const body = asked.safeParse(request.body);
    if (!body.success)
      throw new RefusedError(`These are no agencies: ${z.prettifyError(body.error)}`);
    response.json({ agencies: await ensureAgencies(body.data.agencies) });
  });
  router.use(answeringErrors);
  return router;
}
