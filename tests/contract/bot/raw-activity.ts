import { randomUUID } from "node:crypto";
import { tenant } from "#local/people.ts";
import { apiToken, connectorToken } from "#local/sign-in/tokens.ts";
import { botClientId } from "../../local/sign-in/a-sign-in.ts";
import { person, planChannel, type BotInTeams } from "./a-plan-bot.ts";

/** An activity as Teams words it, in the plan's channel or a thread of it, or in somebody's chat. */
export function anActivity(
  { teams }: BotInTeams,
  who: string,
  more: object,
  at: { readonly thread?: string; readonly personal?: boolean } = {},
): object {
  const { mri, name, objectId } = person(who);
  const channel = at.thread ? `${planChannel};messageid=${at.thread}` : planChannel;
  return {
    id: randomUUID(),
    channelId: "msteams",
    serviceUrl: teams.serviceUrl,
    from: { id: mri, name, aadObjectId: objectId },
    recipient: { id: `28:${botClientId}`, name: "Action plan" },
    conversation: at.personal
      ? { id: `a:${objectId}`, conversationType: "personal", tenantId: tenant.id }
      : { id: channel, conversationType: "channel", isGroup: true, tenantId: tenant.id },
    channelData: { tenant: { id: tenant.id } },
    ...more,
  };
}

/** Sends it as the connector, with a token of the connector's own key. */
export async function sendAsConnector(
  { teams, authority, messages }: Omit<BotInTeams, "bot" | "logged" | "options">,
  activity: object,
): Promise<{ readonly status: number; readonly text: string }> {
  const { serviceUrl } = teams;
  const { token } = await connectorToken(authority, { botClientId, serviceUrl });
  const answer = await fetch(messages, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  return { status: answer.status, text: await answer.text() };
}

/** What Teams hands over when somebody is signed on silently. */
export async function signOnOf({ authority }: BotInTeams, who: string) {
  const { token } = await apiToken(authority, person(who), {
    audience: `api://${botClientId}`,
    clientId: botClientId,
  });
  return { id: "1", connectionName: "sharepoint", token };
}
