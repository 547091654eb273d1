import type { ErrorRequestHandler } from "express";
import { z } from "zod";
import { PlanError, waitAsked } from "#plan/errors.ts";

const statuses: Readonly<Record<string, number>> = {
  "not-allowed": 403,
  "not-found": 404,
  conflict: 409,
  "sign-in": 401,
  unavailable: 503,
  refused: 422,
};

/** Errors that are written for people go to them; others are the next handler's. */
export const answeringErrors: ErrorRequestHandler = (cause, _request, response, next) => {
  if (!(cause instanceof PlanError) || response.headersSent) {
    next(cause);
    return;
  }
  const wait = waitAsked(cause);
  if (wait !== undefined) response.set("retry-after", String(Math.ceil(wait)));
  response
    .status(statuses[cause.code] ?? 500)
    .json({ error: { code: cause.code, message: cause.message } });
};

// Express's own errors for an address or a body that cannot be read say whose fault it is.
const notReadable = z.object({ status: z.int().min(400).max(499) });

/** The status for a request that could not be read, 413 for one that is too large; undefined where the fault is ours. */
export function callersFault(cause: unknown): number | undefined {
  return notReadable.safeParse(cause).data?.status;
}
