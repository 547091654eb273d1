import { type Fault, faultInWords, howToMend } from "./fault.ts";

/** An error whose message is written for the person who reads it: what happened, where, what to do. */
export abstract class PlanError extends Error {
  abstract readonly code: string;
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** The person may not do this. */
export class NotAllowedError extends PlanError {
  readonly code = "not-allowed";
}

/** What was asked for is not there, or this person may not see it. */
export class NotFoundError extends PlanError {
  readonly code = "not-found";
}

/** It was there, and somebody has taken it out since. */
export class TakenOutError extends NotFoundError {}

/** It stands in a list and can't be read as it stands: somebody has to put it right there. */
export class UnreadableError extends PlanError {
  readonly code = "unreadable";
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[], options?: ErrorOptions) {
    super(
      `This stands in the site’s lists and cannot be read: ${faults.map(faultInWords).join("; ")}. ${howToMend}`,
      options,
    );
    this.faults = faults;
  }
}

/** A list of the site has lost a column, or has another one by that name. */
export class AlteredSiteError extends PlanError {
  readonly code = "altered-site";
  readonly column: string;
  /** `what` could not be done: "read what changed in this plan". */
  constructor(what: string, column: string, options?: ErrorOptions) {
    super(
      `The site’s lists have no column “${column}” any more, which it takes to ${what}. Somebody renamed or deleted it: an administrator of the site puts it back with the command action-plan provision.`,
      options,
    );
    this.column = column;
  }
}

/** Somebody else changed it since it was read. */
export class ConflictError extends PlanError {
  readonly code = "conflict";
}

/** The person has to sign in again. */
export class SignInError extends PlanError {
  readonly code = "sign-in";
}

/** The service is too busy, or out of reach; trying again later is the remedy. */
export class UnavailableError extends PlanError {
  readonly code = "unavailable";
  /** Seconds, where the service said. */
  readonly retryAfter?: number;
  constructor(message: string, options?: ErrorOptions & { retryAfter?: number }) {
    super(message, options);
    if (options?.retryAfter !== undefined) this.retryAfter = options.retryAfter;
  }
}

/** Something between this computer and the service answered in its place. */
export class InterceptedError extends UnavailableError {}

/** Seconds that a service asked to wait; undefined where that is not what went wrong. */
export function waitAsked(error: unknown): number | undefined {
  return error instanceof UnavailableError ? error.retryAfter : undefined;
}

/** What was typed may identify somebody: nothing is saved until the person has looked at it and says that it can stand. */
export class DoubtError extends PlanError {
  readonly code = "doubt";
}

/** What was typed or sent cannot be accepted as it is. */
export class RefusedError extends PlanError {
  readonly code = "refused";
}
