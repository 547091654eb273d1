import type { MeetingStore } from "#usecases/ports/meetings.ts";
import { SharePointMeetingStore } from "./meeting-store.ts";
import { site, type SiteOptions } from "./site.ts";

/** The meetings of one site as the owner of the token may see and change them; fetched when they are first looked at. */
export function connectMeetings(options: SiteOptions): MeetingStore {
  return new SharePointMeetingStore(site(options));
}
