import type { Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import { apiAudience, apiToken } from "../sign-in/tokens.ts";
import type { Addressing } from "./activities.ts";

/** The name of the bot's OAuth connection; its tokens are for SharePoint. */
export const oauthConnection = "sharepoint";

/** What Teams hands over for a person of this machine when the app asks for single sign-on. */
export async function singleSignOn(
  { authority, addressing }: { readonly authority: Authority; readonly addressing: Addressing },
  person: Person,
): Promise<{ readonly connectionName: string; readonly token: string }> {
  const audience = apiAudience(addressing.botClientId);
  const { token } = await apiToken(authority, person, {
    audience,
    clientId: addressing.botClientId,
  });
  return { connectionName: oauthConnection, token };
}
