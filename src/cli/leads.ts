import type { NewPlan } from "#plan/new-plan.ts";
import type { Agency } from "#plan/plan.ts";
import { addToGroup } from "#sharepoint/members.ts";
import type { Site } from "#sharepoint/site.ts";

/** For trying it out: each person speaks for one agency, those with the most actions first. */
export async function letSpeak(
  site: Site,
  plan: NewPlan,
  agencies: readonly Agency[],
  people: readonly string[],
): Promise<void> {
  const acting = plan.recommendations.flatMap(({ actions }) =>
    actions.flatMap((action) => action.agencies),
  );
  const counts = Map.groupBy(acting, (shortName) => shortName);
  const busiest = agencies
    .map((agency) => ({ agency, actions: counts.get(agency.shortName)?.length ?? 0 }))
    .filter(({ actions }) => actions > 0)
    .toSorted((one, other) => other.actions - one.actions);
  for (const [index, person] of people.entries()) {
    const place = busiest[index];
    if (place) await addToGroup(site, place.agency.group, person);
  }
}
