import { refusedCard, type Refusal, type Typed } from "#cards/refused-card.ts";
import { changedSince, entriesSeen } from "#cards/changed-since.ts";
import type { BackTo } from "#cards/list-card.ts";
import { DoubtError } from "#plan/errors.ts";
import { withoutNhsNumbers } from "#plan/identifiers.ts";
import { speaksFor } from "#plan/permissions.ts";
import type { OpenAction } from "#usecases/ports/plans.ts";
import { showCard, type CardAnswer } from "./card-answer.ts";
import type { Handling } from "./handling.ts";
import { refusalWords } from "./refusals.ts";

/** What an action card sent with Save. */
export interface Proposal {
  readonly planId: number;
  readonly actionId: number;
  readonly key: string;
  readonly seen?: number | undefined;
  readonly backTo?: BackTo | undefined;
  /** They were asked about what may be a date of birth, and pressed again. */
  readonly sure?: boolean | undefined;
  readonly typed: Typed;
}

interface Failure {
  readonly asked: Proposal;
  readonly cause: unknown;
  /** The action, where it was opened before things went wrong. */
  readonly open?: OpenAction | undefined;
}

/** The answer to a press that could not be saved, whatever the reason. */
export function notSaved(handling: Handling, failure: Failure): CardAnswer {
  return showCard(refusedCard(refusalOf(handling, failure)));
}

/** What the record says now comes before what the form would add to it. */
export function showAgain(
  { links }: Pick<Handling, "links">,
  { asked, open }: { readonly asked: Proposal; readonly open: OpenAction },
): CardAnswer {
  return showCard(
    refusedCard({
      heading: "Not saved yet",
      reason: changedSince(open, asked.seen ?? 0) ?? "It changed since you opened this card.",
      whatToDo: "What you wrote is below. Press Save if it still holds.",
      canRetry: true,
      ...formOf(asked, open),
      link: links.action(asked.planId, asked.actionId),
    }),
  );
}

function refusalOf({ log, newKey, links }: Handling, { asked, cause, open }: Failure): Refusal {
  const { planId, actionId } = asked;
  const incident = newKey();
  const error = cause instanceof Error ? cause.name : "unknown";
  log("warn", "rating not saved", { planId, actionId, incident, error });
  const form = formOf(asked, open);
  const { note, evidence } = form.typed;
  const taken = note !== asked.typed.note || evidence !== asked.typed.evidence;
  const words = refusalWords(cause, incident);
  return {
    heading: cause instanceof DoubtError ? "Not saved yet" : "Not saved",
    sure: cause instanceof DoubtError,
    ...words,
    whatToDo: taken
      ? "It is taken out, and the rest kept. Check it and press Save."
      : words.whatToDo,
    ...form,
    link: links.action(planId, actionId),
  };
}

/** The form as it was sent, so that it can be sent again; identifiers do not leave our hands a second time. */
function formOf({ planId, actionId, key, backTo, typed }: Proposal, open: OpenAction | undefined) {
  return {
    planId,
    actionId,
    key,
    backTo,
    seen: open && entriesSeen(open),
    typed: {
      ...typed,
      note: withoutNhsNumbers(typed.note),
      evidence: withoutNhsNumbers(typed.evidence),
    },
    shown: open && { ...open, speaksFor: speaksFor(open.me, open.action) },
  };
}
