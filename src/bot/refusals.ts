import { ZodError } from "zod";
import {
  AlteredSiteError,
  ConflictError,
  DoubtError,
  NotAllowedError,
  NotFoundError,
  PlanError,
  RefusedError,
  SignInError,
  UnavailableError,
  UnreadableError,
} from "#plan/errors.ts";

/** What a person reads where nothing was written, and whether the card can be mended and sent again. */
export interface RefusalWords {
  readonly reason: string;
  readonly whatToDo: string;
  readonly canRetry: boolean;
}

/** No answer came in the time that Teams gives a bot; the work may still be done. */
export class TooSlowError extends PlanError {
  readonly code = "too-slow";
}

/** An error's message is for people where it is the plan's own; of any other only an id is told. */
export function refusalWords(cause: unknown, incident: string): RefusalWords {
  if (cause instanceof ZodError) {
    return {
      reason: "What this card sent cannot be read.",
      whatToDo: "It may be an old one: write the number of its recommendation to get a new card.",
      canRetry: false,
    };
  }
  const found = cases.find(([type]) => cause instanceof type);
  if (!found || !(cause instanceof PlanError)) {
    return {
      reason: "Something went wrong on our side.",
      whatToDo: `Try again: however often you do, it is saved once. If it goes on, tell the plan owner ${incident}.`,
      canRetry: true,
    };
  }
  const [, whatToDo, canRetry] = found;
  return { reason: cause.message, whatToDo, canRetry };
}

const lookAgain = "Open the plan to see what is there now.";
const tryAgain = "Try again in a moment: however often you do, it is saved once.";

const cases = [
  [RefusedError, "Put it right and try again.", true],
  [DoubtError, "If it can stand as it is, save it once more.", true],
  [
    NotAllowedError,
    "Ask the plan owner to add you to its group, if you speak for the agency.",
    false,
  ],
  [NotFoundError, lookAgain, false],
  [UnreadableError, "Tell the plan’s owner, who can change the lists.", false],
  [AlteredSiteError, "Tell the plan’s owner, who knows who administers the site.", false],
  [ConflictError, lookAgain, false],
  [SignInError, "Try again. Teams signs you in anew.", true],
  [UnavailableError, tryAgain, true],
  [TooSlowError, tryAgain, true],
] as const;
