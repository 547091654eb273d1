import { z } from "zod";
import { actionCard } from "#cards/action-card.ts";
import { actionReadCard } from "#cards/action-read-card.ts";
import { actionSavedCard } from "#cards/action-saved-card.ts";
import { lastUpdateOf } from "#cards/shown-action.ts";
import { speaksFor } from "#plan/permissions.ts";
import type { Update } from "#plan/record.ts";
import type { OpenAction } from "#usecases/ports/plans.ts";
import { showCard } from "./card-answer.ts";
import type { OnVerb } from "./handling.ts";

export const named = z.object({
  planId: z.int().positive(),
  actionId: z.int().positive(),
  /** The list that the card was opened from. */
  backTo: z.enum(["mine", "overdue"]).optional().catch(undefined),
});

/** How long after saving Teams may ask again by itself, and "Saved" is still the thing to show. */
const savedStaysMilliseconds = 60_000;

/** The action as this person may see it now: with inputs where they speak for one of its agencies. */
export const onShowAction: OnVerb = async (handling, { press, stores, within }) => {
  const { planId, actionId, backTo } = named.parse(press.data);
  const open = await within(stores.actions.open(planId, actionId));
  const now = handling.now();
  const setting = { now, link: handling.links.action(planId, actionId), backTo };
  const agencies = speaksFor(open.me, open.action);
  if (agencies.length === 0) {
    return showCard(actionReadCard(open, { ...setting, refreshFor: [], canPropose: false }));
  }
  const saved = press.automatic ? justSaved(open, now) : undefined;
  if (saved) return showCard(actionSavedCard(open, { ...setting, update: saved }));
  const key = handling.newKey();
  return showCard(actionCard(open, { ...setting, speaksFor: agencies, key }));
};

// The message changes for everybody after a save, upon which Teams asks for each view anew: without
// this, "Saved" would give way to an empty form under the eyes of whoever just saved.
function justSaved(open: OpenAction, now: Date): Update | undefined {
  const update = lastUpdateOf(open);
  const mine = update?.author?.id === open.me.id;
  const fresh = update && now.getTime() - Date.parse(update.created) < savedStaysMilliseconds;
  return mine && fresh ? update : undefined;
}
