import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import { agencyFolder, agencyGroup } from "./access.ts";
import { ensureFolder, folderLists, letRead } from "./agency-folders.ts";
import { grantFor, principals } from "./administration.ts";
import { grant, grantReading } from "./provision-access.ts";
import { inOneBatch, rowsOf } from "./queries.ts";
import { definitionColumns, toAgency } from "./definition-rows.ts";
import { lists } from "./schema.ts";
import type { Site } from "./site.ts";
import { withAnother } from "./with-another.ts";

/**
 * Makes what is missing for each agency: its item in `Agencies`, its group, and in each list that agencies write to a
 * folder where its own group may, everybody else only reads, and nobody changes what stands.
 */
export function ensureAgencies(
  site: Site,
  wanted: readonly NewAgency[],
): Promise<readonly Agency[]> {
  return withAnother(() => addAgencies(site, wanted));
}

async function addAgencies(site: Site, wanted: readonly NewAgency[]): Promise<readonly Agency[]> {
  const there = await agenciesOfSite(site);
  const missing = wanted.filter(
    ({ shortName }) => !there.some((agency) => agency.shortName === shortName),
  );
  if (missing.length === 0) return there;
  const placed = missing.reduce<readonly Placed[]>(
    (done, agency) => [...done, place(agency, [...there, ...done])],
    [],
  );

  await ensureGroups(site, placed);
  const known = await principals(site);
  const everybody = [...there, ...placed].map(({ group }) => group);
  const theirReading = placed.map(({ group }) => grantFor(known, group, "read"));
  await grantReading(site, theirReading);
  for (const { title } of lists) await grant(site, title, theirReading);
  for (const list of folderLists) {
    for (const owner of placed) await ensureFolder(site, known, { list, owner }, everybody);
    for (const owner of there) await letRead(site, list, owner, theirReading);
  }
  await addItems(site, placed);
  return agenciesOfSite(site);
}

interface Placed extends NewAgency {
  readonly folder: string;
  readonly group: string;
}

/** Every agency of the site, in the order in which they came. */
export async function agenciesOfSite(site: Site): Promise<readonly Agency[]> {
  return (await rowsOf(site.sp, "Agencies", definitionColumns.Agencies)).map(toAgency);
}

/** Names that differ only in characters which folders and groups may not have get a number. */
function place(agency: NewAgency, taken: readonly Pick<Placed, "folder" | "group">[]): Placed {
  const free = (name: string, used: (one: Pick<Placed, "folder" | "group">) => string) => {
    const names = new Set(taken.map((one) => used(one).toLowerCase()));
    let candidate = name;
    for (let count = 2; names.has(candidate.toLowerCase()); count++) candidate = `${name} ${count}`;
    return candidate;
  };
  return {
    ...agency,
    folder: free(agencyFolder(agency.shortName), ({ folder }) => folder),
    group: free(agencyGroup(agency.shortName), ({ group }) => group),
  };
}

async function ensureGroups(site: Site, placed: readonly Placed[]): Promise<void> {
  const { groups } = await principals(site);
  const missing = placed.filter(({ group }) => !groups.has(group));
  await inOneBatch(site, (sp) =>
    missing.map(({ group, name }) =>
      sp.web.siteGroups.add({ Title: group, Description: `Speaks for ${name}` }),
    ),
  );
}

async function addItems(site: Site, placed: readonly Placed[]): Promise<void> {
  await inOneBatch(site, (sp) =>
    placed.map(({ shortName, name, otherNames, folder, group }) =>
      sp.web.lists.getByTitle("Agencies").items.add({
        Title: shortName,
        FullName: name,
        OtherNames: otherNames.join("\n"),
        FolderName: folder,
        SharePointGroup: group,
      }),
    ),
  );
}
