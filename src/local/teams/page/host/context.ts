import type { ChannelTab, PageSettings } from "../../page-settings.ts";
import type { Theme } from "../address.ts";

/** What a page of the app is shown as: the tab, a dialog of it, the question before a tab is added, or in a call. */
export type FrameContext = "content" | "task" | "settings" | "sidePanel" | "meetingStage";

export interface FrameSituation {
  readonly theme: Theme;
  readonly frameContext: FrameContext;
  /** Undefined while one is being added. */
  readonly tab: ChannelTab | undefined;
  readonly subPageId: string | undefined;
}

/** The flat form in which Teams clients hand over a context; teams-js makes `app.Context` of it. */
export function legacyContext(
  { person, team, channel, tenantId }: PageSettings,
  { theme, frameContext, tab, subPageId }: FrameSituation,
): Record<string, unknown> {
  const site = new URL(team.siteUrl);
  return {
    locale: "en-gb",
    theme,
    frameContext,
    entityId: tab?.entityId ?? "",
    subEntityId: subPageId ?? "",
    appSessionId: crypto.randomUUID(),
    sessionId: crypto.randomUUID(),
    hostName: "Teams",
    hostClientType: "web",
    ringId: "general",
    tenantSKU: "enterprise",
    userLicenseType: "Teams",
    tid: tenantId,
    userObjectId: person.objectId,
    userPrincipalName: person.upn,
    loginHint: person.upn,
    userDisplayName: person.name,
    teamId: team.id,
    teamName: team.name,
    groupId: team.groupId,
    channelId: channel.id,
    channelName: channel.name,
    channelType: "Regular",
    teamSiteUrl: team.siteUrl,
    teamSiteDomain: site.host,
    teamSitePath: site.pathname,
  };
}
