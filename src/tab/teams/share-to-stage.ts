import { UnavailableError } from "#plan/errors.ts";
import { meeting } from "@microsoft/teams-js";

/** True where Teams lets this person put this app on the stage of the meeting beside which it is open. */
export function mayShareToStage(): Promise<boolean> {
  return new Promise((resolve) => {
    try {
      meeting.getAppContentStageSharingCapabilities((error, capabilities) =>
        resolve(!error && capabilities?.doesAppHaveSharePermission === true),
      );
    } catch {
      // A client that has meetings and no stage throws at once.
      resolve(false);
    }
  });
}

/** Puts a page of the tab on everybody's stage. Throws UnavailableError where Teams refuses. */
export function shareToStage(url: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    meeting.shareAppContentToStage((error, shared) => {
      if (!error && shared === true) resolve();
      else reject(new UnavailableError("Teams did not put the meeting on the stage. Try again."));
    }, url.href);
  });
}
