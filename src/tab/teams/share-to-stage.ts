import { UnavailableError } from "#plan/errors.ts";
import { meeting } from "@microsoft/teams-js";
import { within } from "./within.ts";

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

const refused = "Teams did not put the meeting on the stage. Try again.";

/** Somebody may be asked by Teams first whether they want to. */
const answerSeconds = 60;

/** Puts a page of the tab on everybody's stage. Throws UnavailableError where Teams refuses. */
export function shareToStage(url: URL): Promise<void> {
  const shared = new Promise<void>((resolve, reject) => {
    meeting.shareAppContentToStage((error, done) => {
      if (!error && done === true) resolve();
      else reject(new UnavailableError(refused));
    }, url.href);
  });
  return within(answerSeconds, shared, refused);
}
