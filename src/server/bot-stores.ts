import type { AppStores, PersonStores } from "#bot/bot-options.ts";
import { SharePointChannelStore, SharePointMemberStore } from "#sharepoint/app-stores.ts";
import { SharePointChangeFeed } from "#sharepoint/change-feed.ts";
import { connectSharePoint } from "#sharepoint/connect.ts";
import { SharePointMeetingStore } from "#sharepoint/meeting-store.ts";
import { SharePointPostStore } from "#sharepoint/post-store.ts";
import { SharePointRecommendationStore } from "#sharepoint/recommendation-store.ts";
import { SharePointReminderStore } from "#sharepoint/reminder-store.ts";
import { site, type SiteOptions } from "#sharepoint/site.ts";
import { SharePointThreadStore } from "#sharepoint/thread-store.ts";
import { SharePointWishStore } from "#sharepoint/wish-store.ts";

/** The plan as the owner of the token may see and change it, for cards. */
export function personStores(options: SiteOptions): PersonStores {
  const connected = site(options);
  return {
    ...connectSharePoint(options),
    recommendations: new SharePointRecommendationStore(connected),
    wishes: new SharePointWishStore(connected),
  };
}

/** The plan as the app sees it, with what it keeps for itself. */
export function appStores(options: SiteOptions): AppStores {
  const connected = site(options);
  return {
    ...personStores(options),
    posts: new SharePointPostStore(connected),
    members: new SharePointMemberStore(connected),
    channels: new SharePointChannelStore(connected),
    threads: new SharePointThreadStore(connected),
    changes: new SharePointChangeFeed(connected),
    meetings: new SharePointMeetingStore(connected),
    reminders: new SharePointReminderStore(connected),
  };
}
