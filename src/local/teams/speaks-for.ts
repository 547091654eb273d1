import { z } from "zod";
import type { Person } from "../people.ts";
import type { Authority } from "../sign-in/authority.ts";
import { sharePointToken, type Registrations } from "../sign-in/tokens.ts";

const currentUser = z.object({ Groups: z.array(z.object({ Title: z.string() })) });

/** Whom a person speaks for on the plan's site, or why that is not known. */
export type SpeaksFor =
  | { readonly site: "open"; readonly groups: string[] }
  | { readonly site: "closed" | "silent" };

/** Asks SharePoint, as this person, which groups they are in: it decides what they may do. */
export async function groupsOf(
  authority: Authority,
  { sharePointOrigin, tabClientId }: Registrations,
  person: Person,
): Promise<SpeaksFor> {
  const { token } = await sharePointToken(authority, person, {
    audience: sharePointOrigin,
    clientId: tabClientId,
  });
  const address = `${sharePointOrigin}/sites/plan/_api/web/currentuser?$expand=Groups`;
  try {
    const answer = await fetch(address, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json;odata=nometadata" },
      signal: AbortSignal.timeout(3000),
    });
    if (answer.status === 401 || answer.status === 403) return { site: "closed" };
    const { Groups } = currentUser.parse(await answer.json());
    return { site: "open", groups: Groups.map((group) => group.Title) };
  } catch {
    return { site: "silent" };
  }
}
