import type { LinkedPlace, Links } from "#bot/bot-options.ts";
import { z } from "zod";
import type { ServerConfiguration } from "./configuration.ts";

/** The tab's id in the manifest. */
const entityId = "plan";

/** Deep links that Teams opens as the tab (learn.microsoft.com: Create deep links to a tab). */
export function deepLinks({
  TEAMS_APP_ID,
  BASE_URL,
  TENANT_ID,
}: Pick<ServerConfiguration, "TEAMS_APP_ID" | "BASE_URL" | "TENANT_ID">): Links {
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
    recommendation: (planId, id) => link(planId, `recommendation/${id}`),
    plan: (planId) => link(planId),
    thread(channel, message) {
      const address = new URL(
        `https://teams.microsoft.com/l/message/${encodeURIComponent(channel)}/${message}`,
      );
      address.searchParams.set("tenantId", TENANT_ID);
      address.searchParams.set("parentMessageId", message);
      return address.href;
    },
    read(written) {
      const url = URL.parse(written);
      if (!url) return undefined;
      if (written.startsWith(`${BASE_URL}/tab/`)) return placeOfPage(url);
      const entity = `/l/entity/${TEAMS_APP_ID}/`;
      return teamsHosts.has(url.host) && url.pathname.startsWith(entity)
        ? placeOfEntity(url)
        : undefined;
    },
  };
}

const teamsHosts = new Set(["teams.microsoft.com", "teams.cloud.microsoft"]);

/** `/tab/?plan=3#action/12`, as a browser shows it. */
function placeOfPage(url: URL): LinkedPlace {
  const plan = url.searchParams.get("plan");
  return readPlace(`${plan ? `plan/${plan}/` : ""}${url.hash.slice(1)}`);
}

/** `{"subEntityId":"plan/3/action/12"}` in the link's context. */
function placeOfEntity(url: URL): LinkedPlace | undefined {
  try {
    const context: unknown = JSON.parse(url.searchParams.get("context") ?? "{}");
    const { data } = z.object({ subEntityId: z.string() }).safeParse(context);
    return data && readPlace(data.subEntityId);
  } catch {
    return undefined;
  }
}

function readPlace(text: string): LinkedPlace {
  const id = (kind: string) => {
    const found = new RegExp(`(?:^|/)${kind}/([1-9]\\d{0,9})(?:[/?]|$)`).exec(text)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  return {
    planId: id("plan"),
    actionId: id("action"),
    recommendationId: id("recommendation"),
  };
}
