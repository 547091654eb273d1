import * as z from "zod/mini";
import type { ATeams } from "./a-teams.ts";

const created = z.object({ Id: z.number() });

/** What the plans' owner does to the lists over REST, past the tab. */
export interface OwnerWrites {
  readonly read: (list: string) => Promise<unknown>;
  /** Adds an item, and gives its id. */
  readonly add: (list: string, values: object) => Promise<number>;
}

const items = (list: string) => `getByTitle('${list}')/items`;

export async function ownerWrites(teams: ATeams): Promise<OwnerWrites> {
  const token = await teams.sharePointToken("owner");
  async function ask(path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${teams.sharePoint}/sites/plan/_api/web/lists/${path}`, {
      method: body ? "POST" : "GET",
      headers: {
        authorization: `Bearer ${token}`,
        accept: "application/json",
        "content-type": "application/json",
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  }
  return {
    read: (list) => ask(items(list)),
    add: async (list, values) => created.parse(await ask(items(list), values)).Id,
  };
}
