import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openAuthority } from "#local/sign-in/authority.ts";
import { personById } from "#local/people.ts";
import { sharePointToken } from "#local/sign-in/tokens.ts";
import { aPlanFile, type PlanFile } from "#tests/support/plan-file.ts";
import { type ATeams, aTeams } from "#tests/tab/support/a-teams.ts";
import { tabClientId } from "#local/apps.ts";
import { z } from "zod";

export interface SharePointRequest {
  readonly method: string;
  readonly url: string;
  readonly caller: string | undefined;
}

/** The product with a real plan in it, and a look into its lists over REST. */
export interface AStory {
  readonly teams: ATeams;
  readonly planFile: PlanFile;
  /** Every request to SharePoint so far; emptied by the test that counts. */
  readonly requests: SharePointRequest[];
  /** What SharePoint answers a person; a query starts with `/_api`. */
  ask(person: string, path: string): Promise<unknown>;
  /** An action that the person's agency may rate, the first of the plan or the one after `skip` others. */
  actionOf(person: string, skip?: number): Promise<AnAction>;
  close(): Promise<void>;
}

export interface AnAction {
  readonly id: number;
  readonly text: string;
  readonly agency: string;
}

const groups = z.object({ Groups: z.array(z.object({ Title: z.string() })) });
const agencies = z.object({
  value: z.array(
    z.object({ Title: z.string(), SharePointGroup: z.string(), FolderName: z.string() }),
  ),
});
const actions = z.object({
  value: z.array(z.object({ Id: z.number(), Text: z.string(), Agencies: z.string().nullable() })),
});

export async function aStory(): Promise<AStory> {
  const dataFolder = mkdtempSync(join(tmpdir(), "action-plan-story-"));
  const planFile = aPlanFile(dataFolder);
  const requests: SharePointRequest[] = [];
  const teams = await aTeams({
    dataFolder,
    planFile: planFile.path,
    onSharePointRequest: (seen) => void requests.push(seen),
  });
  const authority = await openAuthority({ origin: new URL(teams.address).origin, dataFolder });

  async function ask(id: string, path: string): Promise<unknown> {
    const person = personById(id);
    if (!person) throw new Error(`Nobody is called ${id}.`);
    const { token } = await sharePointToken(authority, person, {
      audience: teams.sharePoint,
      clientId: tabClientId,
    });
    const answer = await fetch(`${teams.sharePoint}/sites/plan${path}`, {
      headers: { authorization: `Bearer ${token}`, accept: "application/json" },
    });
    if (!answer.ok) throw new Error(`SharePoint answered ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }

  return {
    teams,
    planFile,
    requests,
    ask,
    async actionOf(person, skip = 0) {
      const mine = groups.parse(
        await ask(person, "/_api/web/currentuser?$select=Groups/Title&$expand=Groups"),
      ).Groups;
      const all = agencies.parse(
        await ask(person, "/_api/web/lists/getByTitle('Agencies')/items?$top=5000"),
      ).value;
      const agency =
        all.find(({ SharePointGroup }) => mine.some(({ Title }) => Title === SharePointGroup))
          ?.Title ?? "";
      const found = actions
        .parse(
          await ask(person, "/_api/web/lists/getByTitle('Actions')/items?$top=5000&$orderby=Id"),
        )
        .value.filter(({ Agencies }) => Agencies?.split("\n").includes(agency));
      const action = found[skip];
      if (!action) throw new Error(`${person} has no action.`);
      return { id: action.Id, text: action.Text, agency };
    },
    async close() {
      await teams.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
