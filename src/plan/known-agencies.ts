import type { NewAction, NewAgency, NewPlan } from "./new-plan.ts";
import type { Agency } from "./plan.ts";

/** A name that a document prints and nobody here is known by. */
export interface UnknownAgency {
  readonly name: string;
  /** Short names of those it could be; it is for a person to say, and never guessed. */
  readonly mayBe: readonly string[];
}

export interface KnownAgencies {
  readonly plan: NewPlan;
  readonly unknown: readonly UnknownAgency[];
}

/** What a person said: this name, as the document prints it, is that agency's, by its short name. */
export type SameAgency = ReadonlyMap<string, string>;

/**
 * The plan with its agencies under the short names that the site knows: each by its short, whole or other name, or as a
 * person said. A name that none has stays as it is, and is asked about where it looks like a known one.
 */
export function withKnownAgencies(
  plan: NewPlan,
  agencies: readonly Agency[],
  same: SameAgency = new Map(),
): KnownAgencies {
  const known = new Map<string, string>(
    [...agencies, ...plan.agencies].flatMap(({ shortName, name, otherNames }) =>
      [shortName, name, ...otherNames].map((each): [string, string] => [plain(each), shortName]),
    ),
  );
  for (const { shortName, name, otherNames } of agencies) {
    for (const each of [name, ...otherNames, shortName]) known.set(plain(each), shortName);
  }
  for (const [name, shortName] of same)
    known.set(plain(name), known.get(plain(shortName)) ?? shortName);
  const nameOf = (name: string) => known.get(plain(name)) ?? name;
  const site = new Set(agencies.map(({ shortName }) => shortName));
  const renamed = withNames(plan, nameOf);
  return {
    plan: renamed,
    unknown: renamed.agencies
      .filter(({ shortName }) => !site.has(shortName))
      .map(({ shortName }) => ({ name: shortName, mayBe: lookalikes(shortName, agencies) })),
  };
}

function withNames(plan: NewPlan, nameOf: (name: string) => string): NewPlan {
  const merged = new Map<string, NewAgency>();
  for (const agency of plan.agencies) {
    const shortName = nameOf(agency.shortName);
    const before = merged.get(shortName);
    const isOwnName = shortName === agency.shortName;
    const others = [...agency.otherNames, ...(isOwnName ? [] : [agency.shortName])];
    merged.set(shortName, {
      shortName,
      name: isOwnName ? agency.name : (before?.name ?? shortName),
      otherNames: [...new Set([...(before?.otherNames ?? []), ...others])],
    });
  }
  const rename = (action: NewAction): NewAction => ({
    ...action,
    agencies: [...new Set(action.agencies.map(nameOf))],
  });
  return {
    ...plan,
    agencies: [...merged.values()],
    recommendations: plan.recommendations.map((recommendation) => ({
      ...recommendation,
      actions: recommendation.actions.map(rename),
    })),
  };
}

/** One short name is the other with a letter more ("CCG", "MCCG"), or the first letters of the other's whole name. */
function lookalikes(name: string, agencies: readonly Agency[]): readonly string[] {
  const asked = plain(name);
  return agencies
    .filter((agency) => {
      const short = plain(agency.shortName);
      const [longer, shorter] = short.length > asked.length ? [short, asked] : [asked, short];
      const isPart =
        shorter.length >= 2 && (longer.endsWith(shorter) || longer.startsWith(shorter));
      return isPart || initials(agency.name) === asked || initials(name) === short;
    })
    .map(({ shortName }) => shortName);
}

function initials(name: string): string {
  const words = name.match(/\b[A-Z]/g) ?? [];
  return words.length > 1 ? words.join("").toLowerCase() : "";
}

function plain(name: string): string {
  return name.trim().replaceAll(/\s+/g, " ").toLowerCase();
}
