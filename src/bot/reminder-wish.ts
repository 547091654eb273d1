import { NotAllowedError, NotFoundError } from "#plan/errors.ts";
import { type ReminderWish, usualWish } from "#plan/reminders/when-to-remind.ts";
import type { OpenPlan } from "#usecases/ports/plans.ts";
import type { PersonStores } from "./bot-options.ts";
import type { Handling } from "./handling.ts";

type Wishing = Pick<Handling, "appStores" | "newKey" | "log">;

/** What holds for a person, and the newest plan that they see. */
export interface WishOfPerson {
  readonly wish: ReminderWish;
  readonly planId: number;
}

/** What this person asked for about reminders; the usual where they never did. Throws NotFoundError without a plan. */
export async function wishOf(
  { appStores }: Pick<Wishing, "appStores">,
  stores: Pick<PersonStores, "plans">,
): Promise<WishOfPerson> {
  const [open, wishes] = await Promise.all([newestPlan(stores), appStores.reminders.wishes()]);
  return { wish: wishIn(wishes, open), planId: open.plan.id };
}

/**
 * Writes down what this person asks for, with their own rights, over what they asked for before; answers what holds then.
 * Throws NotAllowedError where they speak for no agency and have no part in the plan, so that they get no reminders.
 */
export async function changeWish(
  handling: Wishing,
  stores: Pick<PersonStores, "plans" | "wishes">,
  change: Partial<ReminderWish>,
): Promise<WishOfPerson> {
  const [open, wishes] = await Promise.all([
    newestPlan(stores),
    handling.appStores.reminders.wishes(),
  ]);
  const { me, agencies, plan } = open;
  const agency = agencies.find(({ shortName }) => me.agencies.includes(shortName));
  if (!agency && me.roles.length === 0) {
    throw new NotAllowedError("You speak for no agency of this plan, so you get no reminders.");
  }
  const wish = { ...wishIn(wishes, open), ...change };
  await stores.wishes.wish(wish, { ...(agency ? { agency } : {}), key: handling.newKey() });
  handling.log("info", "reminders changed");
  return { wish, planId: plan.id };
}

function wishIn(wishes: ReadonlyMap<string, ReminderWish>, { me }: OpenPlan): ReminderWish {
  return wishes.get(me.loginName.toLowerCase()) ?? usualWish;
}

async function newestPlan(stores: Pick<PersonStores, "plans">) {
  const [newest] = await stores.plans.list();
  if (!newest) throw new NotFoundError("There is no plan yet.");
  return stores.plans.open(newest.id);
}
