import type { NewAgency } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import type { PlanWriter } from "#usecases/plan-writer.ts";
import { agenciesOfSite } from "./agencies.ts";
import { rethrow } from "./errors.ts";
import { SharePointPlanWriter } from "./plan-writer.ts";
import { site, type Site, type SiteOptions } from "./site.ts";

type MakeAgencies = (agencies: readonly NewAgency[]) => Promise<readonly Agency[]>;

/**
 * Where plans are defined, as a plan's owner may: new agencies are made by `make`, because they take full control of the
 * site. Apart from the other stores: most people who open a plan import nothing.
 */
export function connectWriter(options: SiteOptions, make: MakeAgencies): PlanWriter {
  return new OwnersPlanWriter(site(options), make);
}

class OwnersPlanWriter extends SharePointPlanWriter {
  readonly #site: Site;
  readonly #make: MakeAgencies;

  constructor(connected: Site, make: MakeAgencies) {
    super(connected);
    this.#site = connected;
    this.#make = make;
  }

  override async ensureAgencies(agencies: readonly NewAgency[]): Promise<readonly Agency[]> {
    const there = await agenciesOfSite(this.#site).catch(rethrow("read the agencies of this site"));
    const missing = agencies.filter(
      ({ shortName }) => !there.some((agency) => agency.shortName === shortName),
    );
    return missing.length === 0 ? there : this.#make(missing);
  }
}
