import { RefusedError } from "#plan/errors.ts";
import { type SameAgency, type UnknownAgency, withKnownAgencies } from "#plan/known-agencies.ts";
import type { NewPlan } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import { agenciesOfSite } from "#sharepoint/agencies.ts";
import { SharePointPlanWriter } from "#sharepoint/plan-writer.ts";
import type { Site } from "#sharepoint/site.ts";

/** The plan with its agencies as the site knows them; asks, on standard error, about names that look like known ones. */
export async function knownAgencies(
  site: Site,
  plan: NewPlan,
  same: readonly string[] = [],
): Promise<NewPlan> {
  const agencies = await agenciesOfSite(site);
  const known = withKnownAgencies(plan, agencies, toSame(same));
  process.stderr.write(known.unknown.map(question).join(""));
  return known.plan;
}

/** Remembers what the person said, so that the next document is understood without being told. */
export async function rememberNames(site: Site, same: readonly string[] = []): Promise<void> {
  const agencies = await agenciesOfSite(site);
  const writer = new SharePointPlanWriter(site);
  for (const [name, shortName] of toSame(same)) {
    const agency = agencies.find((each) => each.shortName === shortName);
    if (agency && !knownAs(agency, name)) await writer.nameAlso(agency, name);
  }
}

function knownAs({ shortName, name, otherNames }: Agency, other: string): boolean {
  return [shortName, name, ...otherNames].some(
    (each) => each.toLowerCase() === other.toLowerCase(),
  );
}

function toSame(pairs: readonly string[]): SameAgency {
  return new Map(
    pairs.map((pair): [string, string] => {
      const [name, shortName] = pair.split("=").map((each) => each.trim());
      if (name && shortName) return [name, shortName];
      throw new RefusedError(`Write ${pair} as NAME=NAME HERE, for example CCG=MCCG.`);
    }),
  );
}

function question({ name, mayBe }: UnknownAgency): string {
  if (mayBe.length === 0) return "";
  return `Agency "${name}" is not known here. If it is ${mayBe.join(" or ")}, say so: --same "${name}=${mayBe[0] ?? ""}"\n`;
}
