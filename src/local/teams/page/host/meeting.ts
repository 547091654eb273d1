import type { Answers } from "./frame.ts";

/** What an app beside a call asks for the call's stage: whether it may, and to put a page of its own there. */
export function meetingAnswers(origin: string, onShare: (url: string) => void): Answers {
  return {
    "meeting.getAppContentStageSharingCapabilities": () => [
      null,
      { doesAppHaveSharePermission: true },
    ],
    "meeting.shareAppContentToStage": ([url]) => {
      if (URL.parse(String(url))?.origin !== origin)
        return [{ errorCode: 4000, message: "The stage shows pages of the app only." }, null];
      onShare(String(url));
      return [null, true];
    },
  };
}
