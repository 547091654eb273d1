import { roleGroups } from "#sharepoint/access.ts";
import { SharePointMemberStore } from "#sharepoint/app-stores.ts";
import { rethrow } from "#sharepoint/errors.ts";
import { membersOf } from "#sharepoint/members.ts";
import { SharePointPlanStore } from "#sharepoint/plan-store.ts";
import {
  answersBrowsersOf,
  appendsToFolder,
  keepsKeysUnique,
  givesUpUploads,
  seesChanges,
  toldOfChanges,
} from "#sharepoint/probes.ts";
import { siteProblems } from "#sharepoint/site-problems.ts";
import type { Site } from "#sharepoint/site.ts";
import { type Check, fine, notChecked, type Verdict, wrong } from "./finding.ts";
import { tokenForSharePoint } from "./sign-in-checks.ts";

interface SiteChecksParts {
  /** As the app sees it. */
  readonly site: Site;
  /** As somebody of an agency sees it, where their token was given. */
  readonly asPerson?: Site | undefined;
  /** Where the tab is served. */
  readonly tabOrigin: string;
}

const siteReached = "The site can be reached as the app";

/** What looking at a plan's own things rests on. */
export const aPlanIsThere = "There is a plan";

const switchTo = "docs/deploy.md, “What only a tenant can prove”, says what to switch";

/** The site, who is in its groups, and what the design takes SharePoint Online to do. */
export function siteChecks(parts: SiteChecksParts): readonly Check[] {
  const checks = [...stateChecks(parts), ...probeChecks(parts), ...furtherProbes(parts)];
  return [reached(parts), ...checks.map((check) => ({ needs: siteReached, ...check }))];
}

function reached({ site }: SiteChecksParts): Check {
  return {
    claim: siteReached,
    needs: tokenForSharePoint,
    todo: "Check SHAREPOINT_SITE_URL, and grant the app full control of this one site: docs/deploy.md, step 3.",
    async look() {
      await site.sp.web.select("Title")().catch(rethrow("read the site"));
      return fine;
    },
  };
}

function stateChecks({ site }: SiteChecksParts): readonly Check[] {
  return [
    {
      claim: "Lists, columns, groups and permissions are as they have to be",
      todo: "Run: action-plan provision",
      look: async () => {
        const problems = await siteProblems(site);
        const [first, ...more] = problems;
        if (!first) return fine;
        const rest = more.length > 0 ? ` And ${more.length} more.` : "";
        return wrong(
          `${first}${rest}`,
          "Run: action-plan provision (with --mend for what was altered).",
        );
      },
    },
    { claim: aPlanIsThere, todo: "Run: action-plan import FILE", look: () => aPlan(site) },
    {
      claim: "Somebody owns the plan, and somebody speaks for each agency",
      todo: "Run: action-plan provision",
      look: () => members(site),
    },
    {
      claim: "Nobody speaks for an agency and agrees its ratings",
      todo: "Take them out of one of the two groups.",
      look: () => twoHats(site),
    },
  ];
}

/** Each is our reading of the documentation; only a tenant can prove it. */
function probeChecks({ site, asPerson, tabOrigin }: SiteChecksParts): readonly Check[] {
  return [
    {
      claim: "SharePoint answers the tab in a browser",
      todo: `Let the server stand between: ${switchTo}.`,
      look: async () =>
        (await answersBrowsersOf(site, tabOrigin))
          ? fine
          : wrong(`SharePoint refuses calls from pages of ${tabOrigin}.`, `${switchTo}.`),
    },
    {
      claim: "Two items with one key become one",
      needs: aPlanIsThere,
      todo: "Run: action-plan provision --mend",
      look: () => inAFolder(site, async (folder) => yes(await keepsKeysUnique(site, folder))),
    },
    {
      claim: "Somebody who may only add can add an update",
      todo: `Give each agency a list of its own: ${switchTo}.`,
      look: async () =>
        asPerson
          ? inAFolder(asPerson, async (folder) =>
              yes(await appendsToFolder(asPerson, folder, site)),
            )
          : notChecked("It takes somebody's own token: --person-token FILE"),
    },
    {
      claim: "Somebody who may read can watch for changes",
      todo: `Watch each list by itself: ${switchTo}.`,
      look: async () =>
        asPerson
          ? yes(await seesChanges(asPerson))
          : notChecked("It takes somebody's own token: --person-token FILE"),
    },
  ];
}

function furtherProbes({ site, asPerson, tabOrigin }: SiteChecksParts): readonly Check[] {
  return [
    {
      claim: "A large file can come in parts, and be given up",
      needs: aPlanIsThere,
      todo: `Send smaller files: ${switchTo}.`,
      look: () =>
        inAFolder(asPerson ?? site, async (folder) =>
          yes(await givesUpUploads(asPerson ?? site, folder)),
        ),
    },
    {
      claim: "SharePoint tells the server of changes",
      todo: "Is the server running, and does SharePoint reach BASE_URL?",
      look: async () => {
        const told = await toldOfChanges(site, new Date());
        if (told.some((address) => address.startsWith(`${tabOrigin}/`))) return fine;
        return { state: "note", what: "it does not, so cards follow changes within a minute." };
      },
    },
    {
      claim: "The tab signs in inside Teams",
      todo: `Let the server exchange its token: ${switchTo}.`,
      look: async () => notChecked("Only Teams can try it: open the tab there."),
    },
  ];
}

function yes(holds: boolean): Verdict {
  return holds ? fine : wrong("It does not hold on this site.", `${switchTo}.`);
}

async function aPlan(site: Site): Promise<Verdict> {
  const plans = await new SharePointPlanStore(site).list();
  return plans.length > 0
    ? fine
    : wrong("The site has no plan yet.", "Run: action-plan import FILE");
}

async function members(site: Site): Promise<Verdict> {
  const { agencies, owners } = await new SharePointMemberStore(site).of();
  if (owners.length === 0)
    return wrong(
      `The group "${roleGroups.owner}" is empty.`,
      "Run: action-plan provision --owner name@place.example",
    );
  const empty = agencies.filter(({ loginNames }) => loginNames.length === 0);
  if (empty.length === 0) return fine;
  const names = empty.map(({ agency }) => agency).join(", ");
  if (empty.length === agencies.length)
    return wrong(
      `Nobody is in the groups of ${names}.`,
      "Add people to the groups “Inspection plan agency …” in SharePoint.",
    );
  return { state: "note", what: `nobody speaks for ${names} yet.` };
}

/** An action is never closed by somebody of the agency whose action it is; the groups are how that is known. */
async function twoHats(site: Site): Promise<Verdict> {
  const [{ agencies }, groups] = await Promise.all([
    new SharePointMemberStore(site).of(),
    membersOf(site, [roleGroups.challenge]),
  ]);
  const challenge = groups.get(roleGroups.challenge) ?? [];
  const both = agencies.flatMap(({ agency, loginNames }) =>
    loginNames
      .filter((loginName) => challenge.includes(loginName))
      .map((loginName) => `${loginName.split("|").at(-1)} (${agency})`),
  );
  if (both.length === 0) return fine;
  return wrong(
    `In the peer-challenge group and in an agency's: ${both.join(", ")}.`,
    "The app refuses them to close that agency's actions; SharePoint cannot. Take them out of one group if that is not meant.",
  );
}

async function inAFolder(site: Site, look: (folder: string) => Promise<Verdict>): Promise<Verdict> {
  const plans = new SharePointPlanStore(site);
  const newest = await plans.openNewest();
  const { agencies = [], me } = newest?.open ?? {};
  const own = agencies.find(({ shortName }) => me?.agencies.includes(shortName)) ?? agencies[0];
  return own ? look(own.folder) : notChecked("There is no agency yet to try it with.");
}
