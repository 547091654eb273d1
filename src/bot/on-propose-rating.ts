import { z } from "zod";
import { actionSavedCard } from "#cards/action-saved-card.ts";
import { changedSince } from "#cards/changed-since.ts";
import type { Typed } from "#cards/refused-card.ts";
import { RefusedError, SignInError } from "#plan/errors.ts";
import { speaksFor } from "#plan/permissions.ts";
import type { Update } from "#plan/record.ts";
import type { OpenAction } from "#usecases/ports/plans.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import { showCard } from "./card-answer.ts";
import { evidenceOf } from "./evidence-of.ts";
import type { Handling, OnVerb, Pressed } from "./handling.ts";
import { named } from "./on-show-action.ts";
import { notSaved, showAgain, type Proposal } from "./rating-refused.ts";
import { TooSlowError } from "./refusals.ts";

const proposal = named.extend({
  key: z.uuid(),
  /** How many entries the action's record had when the form was shown; older cards do not say. */
  seen: z.int().optional().catch(undefined),
  sure: z.boolean().optional().catch(undefined),
});

// Never refused for its form: whatever was typed has to be given back.
const text = z.string().catch("");
const typedIn = z.object({
  agency: text,
  rating: text,
  note: text,
  evidence: text,
  evidenceKind: text,
}) satisfies z.ZodType<Typed>;

/** Reads what an action card sent with Save. Throws ZodError where it names nothing that can be saved. */
export function readProposal(data: unknown): Proposal {
  return { ...proposal.parse(data), typed: typedIn.parse(data) };
}

/**
 * States the rating as the person who pressed. Whatever goes wrong is answered with a card that says
 * so and holds what was typed; the key of the card makes a second press find the first one's item. Where the action
 * changed since the form was shown, that is shown first. Throws SignInError, upon which Teams signs them in and presses
 * again.
 */
export const onProposeRating: OnVerb = async (handling, pressed) => {
  const { press, stores, within } = pressed;
  const asked = readProposal(press.data);
  const { planId, actionId, backTo } = asked;
  let open: OpenAction | undefined;
  try {
    open = await within(stores.actions.open(planId, actionId));
    if (isOutdated(open, asked)) return showAgain(handling, { asked, open });
    const saved = await within(save(handling, pressed, { open, asked }));
    const setting = { now: handling.now(), link: handling.links.action(planId, actionId), backTo };
    return showCard(actionSavedCard(saved.open, { ...setting, update: saved.update }));
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    return notSaved(handling, { asked, cause, open });
  }
};

interface Saved {
  readonly open: OpenAction;
  readonly update: Update;
}

/** Somebody else said something since the form was shown; what this very form said before does not count. */
function isOutdated(open: OpenAction, { seen, key }: Proposal): boolean {
  if (seen === undefined || open.record.some((entry) => entry.key === key)) return false;
  return changedSince(open, seen) !== undefined;
}

async function save(
  handling: Handling,
  { stores }: Pick<Pressed, "stores">,
  { open, asked }: { readonly open: OpenAction; readonly asked: Proposal },
): Promise<Saved> {
  const { planId, actionId, key, typed, sure } = asked;
  const { rating, note } = typed;
  const agency = speaker(open, typed.agency);
  const evidence = evidenceOf(typed);
  const { id } = await proposeRating(stores, { open, agency, rating, note, evidence, key, sure });
  handling.log("info", "rating saved", { planId, actionId, update: id });
  const { recommendation } = open;
  const changed = [
    { planId, actionId },
    { planId, recommendationId: recommendation.id },
  ];
  handling.inBackground("refresh cards", () => handling.cards.refresh(changed));
  handling.watch.poke();
  const now = await stores.actions.open(planId, actionId);
  // What stands in the record, which is what an earlier press of the same card said if there was one.
  const update = now.record.find((entry) => entry.type === "update" && entry.id === id);
  if (update?.type !== "update")
    throw new TooSlowError("It is saved, and cannot be shown just now.");
  return { open: now, update };
}

/** Somebody of one agency speaks for that one; of several, for the one they chose. */
function speaker({ me, action }: OpenAction, chosen: string): string {
  const agencies = speaksFor(me, action);
  const [only] = agencies;
  if (agencies.length === 1 && only !== undefined) return only;
  if (agencies.length > 1 && !agencies.includes(chosen)) {
    throw new RefusedError("Choose the agency that you speak for.");
  }
  return chosen;
}
