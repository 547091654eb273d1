import type { Links } from "#bot/bot-options.ts";
import type { ServerConfiguration } from "./configuration.ts";

/** The tab's id in the manifest. */
const entityId = "plan";

/** Deep links that Teams opens as the tab (learn.microsoft.com: Create deep links to a tab). */
export function deepLinks({
  TEAMS_APP_ID,
  BASE_URL,
}: Pick<ServerConfiguration, "TEAMS_APP_ID" | "BASE_URL">): Links {
  const link = (planId: number, place?: string) => {
    const address = new URL(`https://teams.microsoft.com/l/entity/${TEAMS_APP_ID}/${entityId}`);
    // The tab that Teams finds by the id may be another plan's: the place names the plan it is in.
    const subEntityId = `plan/${planId}${place ? `/${place}` : ""}`;
    const webUrl = `${BASE_URL}/tab/?plan=${planId}${place ? `#${place}` : ""}`;
    address.searchParams.set("webUrl", webUrl);
    address.searchParams.set("label", "Action plan");
    address.searchParams.set("context", JSON.stringify({ subEntityId }));
    return address.href;
  };
  return {
    action: (planId, actionId) => link(planId, `action/${actionId}`),
    plan: (planId) => link(planId),
  };
}
