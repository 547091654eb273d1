import {
  AlteredSiteError,
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
  /** What was asked for, under the site's `_api/web`. */
  readonly place: string | undefined;

  constructor(status: number, answer: string, place?: string) {
    super(`SharePoint answered with status ${status}: ${answer}`);
    this.status = status;
    this.place = place;
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
  const column = columnMissing(cause);
  if (column !== undefined) return new AlteredSiteError(what, column, { cause });
  switch (cause.status) {
    case 403:
      return new NotAllowedError(`You have no permission to ${what}.`, { cause });
    case 404:
      return new NotFoundError(
        `SharePoint could not ${what}: it is not there any more, or you may not see it.`,
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

/** The column that SharePoint was asked for and does not know; undefined where that is not what it refused. */
function columnMissing(cause: Refusal): string | undefined {
  const { status, message } = cause;
  const said = /(?:field or property|Column) '(?<name>\w+)' does not exist/i.exec(message);
  const name = status === 400 ? said?.groups?.["name"] : undefined;
  const list = listIn(cause);
  return name === undefined || list === undefined ? name : `${list}.${name}`;
}

/** The list that was asked, as the address has it. */
function listIn(cause: Refusal): string | undefined {
  const response = "response" in cause ? cause.response : undefined;
  const address = cause instanceof RefusedRequest ? cause.place : undefined;
  const url = address ?? (response instanceof Response ? response.url : "");
  return /getByTitle\('(?<list>\w+)'\)/i.exec(decodeURIComponent(url))?.groups?.["list"];
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

/** True where SharePoint refused to make what is there by now: a list, a column, a group, a folder, an item with such a value. */
export function isTaken(cause: unknown): boolean {
  if (cause instanceof PlanError) return isTaken(cause.cause);
  return isRefusal(cause) && /already exists|already in use|duplicate/i.test(cause.message);
}

/** True where SharePoint refused a file because its folder has one of that name. */
export function isNameTaken(cause: unknown): boolean {
  return isRefusal(cause) && /-2130575257|already exists/i.test(cause.message);
}
