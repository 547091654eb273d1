import { z } from "zod";
import { actionSavedCard } from "#cards/action-saved-card.ts";
import { fileName, httpsUrl } from "#cards/evidence.ts";
import { refusedCard, type Typed } from "#cards/refused-card.ts";
import { RefusedError, SignInError } from "#plan/errors.ts";
import { withoutNhsNumbers } from "#plan/identifiers.ts";
import { speaksFor } from "#plan/permissions.ts";
import type { EvidenceLink, Update } from "#plan/record.ts";
import type { OpenAction } from "#usecases/ports.ts";
import { proposeRating } from "#usecases/propose-rating.ts";
import type { PersonStores } from "./bot-options.ts";
import { showCard, type CardAnswer } from "./card-answer.ts";
import type { Handling, OnVerb } from "./handling.ts";
import { named } from "./on-show-action.ts";
import { refusalWords, TooSlowError } from "./refusals.ts";

const proposal = named.extend({ key: z.uuid() });

// Never refused for its form: whatever was typed has to be given back.
const text = z.string().catch("");
const typedIn = z.object({
  agency: text,
  rating: text,
  note: text,
  evidence: text,
  evidenceKind: text,
});

type Proposal = z.infer<typeof proposal> & { readonly typed: Typed };

/** Reads what an action card sent with Save. Throws ZodError where it names nothing that can be saved. */
export function readProposal(data: unknown): Proposal {
  return { ...proposal.parse(data), typed: typedIn.parse(data) };
}

/**
 * States the rating as the person who pressed. Whatever goes wrong is answered with a card that says
 * so and holds what was typed; the key of the card makes a second press find the first one's item.
 * Throws SignInError, upon which Teams signs them in and presses again.
 */
export const onProposeRating: OnVerb = async (handling, { press, stores, within }) => {
  const asked = readProposal(press.data);
  const { planId, actionId } = asked;
  let open: OpenAction | undefined;
  try {
    open = await within(stores.actions.open(planId, actionId));
    const saved = await within(save(handling, stores, { open, asked }));
    const setting = { now: handling.now(), link: handling.links.action(planId, actionId) };
    return showCard(actionSavedCard(saved.open, { ...setting, update: saved.update }));
  } catch (cause) {
    if (cause instanceof SignInError) throw cause;
    return refused(handling, { asked, cause, open });
  }
};

/** The answer to a press that could not be saved, whatever the reason. */
export function refused(
  { log, newKey, links }: Pick<Handling, "log" | "newKey" | "links">,
  failure: {
    readonly asked: Proposal;
    readonly cause: unknown;
    /** The action, where it was opened before things went wrong. */
    readonly open?: OpenAction | undefined;
  },
): CardAnswer {
  const { asked, cause, open } = failure;
  const { planId, actionId, key } = asked;
  const incident = newKey();
  const error = cause instanceof Error ? cause.name : "unknown";
  log("warn", "rating not saved", { planId, actionId, incident, error });
  const typed = withoutIdentifiers(asked.typed);
  const taken = typed.note !== asked.typed.note || typed.evidence !== asked.typed.evidence;
  const words = refusalWords(cause, incident);
  return showCard(
    refusedCard({
      heading: "Not saved",
      ...words,
      whatToDo: taken
        ? "It is taken out, and the rest kept. Check it and press Save."
        : words.whatToDo,
      planId,
      actionId,
      key,
      typed,
      shown: open && { ...open, speaksFor: speaksFor(open.me, open.action) },
      link: links.action(planId, actionId),
    }),
  );
}

async function save(
  handling: Handling,
  stores: PersonStores,
  { open, asked }: { readonly open: OpenAction; readonly asked: Proposal },
): Promise<{ readonly open: OpenAction; readonly update: Update }> {
  const { planId, actionId, key, typed } = asked;
  const { rating, note } = typed;
  const agency = speaker(open, typed.agency);
  const evidence = evidenceOf(typed);
  const { id } = await proposeRating(stores, { open, agency, rating, note, evidence, key });
  handling.log("info", "rating saved", { planId, actionId, update: id });
  handling.inBackground("refresh cards", () => handling.cards.refresh(planId, actionId));
  return readBack(stores, open, id);
}

/** What stands in the record, which is what an earlier press of the same card said if there was one. */
async function readBack(stores: PersonStores, open: OpenAction, id: number) {
  const now = await stores.actions.open(open.plan.id, open.action.id);
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

function evidenceOf({ evidence, evidenceKind }: Typed): readonly EvidenceLink[] {
  if (evidence.trim() === "") return [];
  const url = httpsUrl(evidence);
  if (!url) throw new RefusedError("The link to evidence has to be whole and start with https://.");
  const kind = evidenceKind === "impact" ? "impact" : "activity";
  return [{ name: fileName(url).slice(0, 200), url: url.href, kind }];
}

function withoutIdentifiers(typed: Typed): Typed {
  return {
    ...typed,
    note: withoutNhsNumbers(typed.note),
    evidence: withoutNhsNumbers(typed.evidence),
  };
}
