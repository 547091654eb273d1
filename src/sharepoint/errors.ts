import { HttpRequestError } from "@pnp/queryable";
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  PlanError,
  UnavailableError,
} from "#plan/errors.ts";

/** The one place HTTP statuses become the domain's errors; anything unknown keeps its own type. */
export function rethrow(what: string) {
  return (cause: unknown): never => {
    throw explained(what, cause);
  };
}

function explained(what: string, cause: unknown): unknown {
  if (!(cause instanceof HttpRequestError) || cause instanceof PlanError) return cause;
  switch (cause.status) {
    case 403:
      return new NotAllowedError(`You have no permission to ${what}.`, { cause });
    case 404:
      return new NotFoundError(
        `SharePoint found nothing to ${what}: it may have been removed, or you may not see it.`,
        { cause },
      );
    case 412:
      return new ConflictError(`Somebody else changed this while you were about to ${what}.`, {
        cause,
      });
    default:
      return cause.status >= 500
        ? new UnavailableError(
            `SharePoint could not ${what} (error ${cause.status}). Try again in a minute.`,
            { cause },
          )
        : cause;
  }
}

/** True where SharePoint refused a second item with a value that has to be unique. */
export function isDuplicateValue(cause: unknown): boolean {
  return cause instanceof HttpRequestError && /-2130575169|duplicate values/i.test(cause.message);
}

/** True where SharePoint refused a file because its folder has one of that name. */
export function isNameTaken(cause: unknown): boolean {
  return cause instanceof HttpRequestError && /-2130575257|already exists/i.test(cause.message);
}
