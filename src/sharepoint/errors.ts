import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
  PlanError,
  UnavailableError,
} from "#plan/errors.ts";

/** An answer of SharePoint that is no success, as PnPjs throws it and says in `isHttpRequestError`. */
interface Refusal extends Error {
  readonly status: number;
}

/** A request made without PnPjs that SharePoint refused. */
export class RefusedRequest extends Error implements Refusal {
  readonly isHttpRequestError = true;
  readonly status: number;

  constructor(status: number, answer: string) {
    super(`SharePoint answered with status ${status}: ${answer}`);
    this.status = status;
  }
}

/** Told by its mark and not by its class: to have the class, the first screen would have to fetch PnPjs. */
function isRefusal(cause: unknown): cause is Refusal {
  return (
    cause instanceof Error &&
    "isHttpRequestError" in cause &&
    "status" in cause &&
    typeof cause.status === "number"
  );
}

/** The one place HTTP statuses become the domain's errors; anything unknown keeps its own type. */
export function rethrow(what: string) {
  return (cause: unknown): never => {
    throw explained(what, cause);
  };
}

function explained(what: string, cause: unknown): unknown {
  if (!isRefusal(cause) || cause instanceof PlanError) return cause;
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

/** True where what was asked for is not there, a list or an item. */
export function isMissing(cause: unknown): boolean {
  return cause instanceof NotFoundError || (isRefusal(cause) && cause.status === 404);
}

/** True where SharePoint does not let this person do it. */
export function isForbidden(cause: unknown): boolean {
  return cause instanceof NotAllowedError || (isRefusal(cause) && cause.status === 403);
}

/**
 * True where SharePoint refuses to say what changed since some moment, for it keeps changes for 60 days and forgets them
 * when a site is moved or restored: what is known has to be read anew.
 */
export function isForgotten(cause: unknown): boolean {
  return isRefusal(cause) && (cause.status === 400 || cause.status === 500);
}

/** True where SharePoint would have to look through more than 5,000 items to answer, which it refuses. */
export function isBeyondThreshold(cause: unknown): boolean {
  return isRefusal(cause) && /-2147024860|list view threshold/i.test(cause.message);
}

/** True where SharePoint refused a second item with a value that has to be unique. */
export function isDuplicateValue(cause: unknown): boolean {
  return isRefusal(cause) && /-2130575169|duplicate values/i.test(cause.message);
}

/** True where SharePoint refused a file because its folder has one of that name. */
export function isNameTaken(cause: unknown): boolean {
  return isRefusal(cause) && /-2130575257|already exists/i.test(cause.message);
}
