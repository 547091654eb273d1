import type { NewPlan } from "#plan/new-plan.ts";
import type { OpenPlan, PlanStore } from "#usecases/ports/plans.ts";

/**
 * The plan that a document is merged into: the one of that id, or the newest of its title. Undefined where it becomes a
 * plan of its own. Throws NotFoundError where there is no plan of that id.
 */
export async function planToMerge(
  plans: Pick<PlanStore, "list" | "open">,
  { plan: { title } }: NewPlan,
  options: { readonly plan?: number; readonly new?: boolean },
): Promise<OpenPlan | undefined> {
  if (options.new) return undefined;
  if (options.plan !== undefined) return plans.open(options.plan);
  const found = (await plans.list()).find((each) => plain(each.title) === plain(title));
  return found && plans.open(found.id);
}

/** A list keeps no more of a title than 255 characters. */
function plain(title: string): string {
  return title.replaceAll(/\s+/g, " ").trim().slice(0, 255).toLowerCase();
}
