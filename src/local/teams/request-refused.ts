import type { ErrorRequestHandler } from "express";
import { ZodError } from "zod";

/** A request that is answered with an error: status, a code for programs, a sentence for people. */
export class RequestRefused extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

/** The one place where what is thrown becomes a status; the unexpected is told to `report` too. */
export function errorAnswers(report: (problem: string) => void): ErrorRequestHandler {
  return (cause: unknown, _request, response, next) => {
    if (response.headersSent) return next(cause);
    const { status, code, message } = refusalFrom(cause);
    if (status === 500) report(cause instanceof Error ? (cause.stack ?? message) : message);
    response.status(status).json({ error: { code, message } });
  };
}

function refusalFrom(cause: unknown): RequestRefused {
  if (cause instanceof RequestRefused) return cause;
  if (cause instanceof ZodError) {
    const [issue] = cause.issues;
    const where = issue?.path.join(".") ?? "";
    return new RequestRefused(400, "BadArgument", `${where}: ${issue?.message ?? "is wrong"}`);
  }
  const status = statusOf(cause);
  if (status === 413)
    return new RequestRefused(413, "MessageSizeTooBig", "The message is larger than 100 KB.");
  if (status !== undefined)
    return new RequestRefused(status, "BadSyntax", "The request could not be read.");
  return new RequestRefused(500, "ServiceError", "Something went wrong in the local Teams.");
}

/** Express's body parser says with `status` what was wrong with a body. */
function statusOf(cause: unknown): number | undefined {
  if (!(cause instanceof Error) || !("status" in cause)) return undefined;
  return typeof cause.status === "number" && cause.status < 500 ? cause.status : undefined;
}
