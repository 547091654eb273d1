import { NotAllowedError, NotFoundError, UnavailableError, waitAsked } from "#plan/errors.ts";
import { messageOf } from "#tab/words/message-of.ts";
import { app } from "@microsoft/teams-js";

/** Tells Teams that the tab is there and says why it has no plan to show; Teams leaves that to the tab. */
export function tellTrouble(error: unknown): void {
  app.notifyAppLoaded();
  app.notifyExpectedFailure({ reason: expected(error), message: messageOf(error) });
}

/** Tells Teams, where it is there to be told, that the tab cannot start; it shows a page of its own, with a way to try again. */
export function tellFailure(error: unknown): void {
  if (!app.isInitialized()) return;
  const { Timeout, Other } = app.FailedReason;
  const reason = error instanceof UnavailableError && navigator.onLine ? Timeout : Other;
  app.notifyFailure({ reason, message: messageOf(error) });
}

function expected(error: unknown): app.ExpectedFailureReason {
  const reasons = app.ExpectedFailureReason;
  if (!navigator.onLine) return reasons.Offline;
  if (error instanceof NotAllowedError) return reasons.PermissionError;
  if (error instanceof NotFoundError) return reasons.NotFound;
  return waitAsked(error) === undefined ? reasons.Other : reasons.Throttling;
}
