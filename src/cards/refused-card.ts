import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { hasRating } from "#plan/rating-scheme.ts";
import { ratingChoices, speakerChoices } from "./action-card.ts";
import { wayBack, type BackTo } from "./list-card.ts";
import { plain, typedAgain } from "./plain.ts";
import { ratingWords } from "./rating-words.ts";
import { about, type ShownAction } from "./shown-action.ts";
import { bindCard } from "./template.ts";

/** What somebody had typed into an action card, as it came. */
export interface Typed {
  readonly agency: string;
  readonly rating: string;
  readonly note: string;
  readonly evidence: string;
  readonly evidenceKind: string;
}

export interface Refusal {
  /** "Not saved", or what else did not happen. */
  readonly heading: "Not saved" | "Not saved yet" | "Being saved" | "Not shown";
  /** What is wrong, in a sentence; it repeats nothing that was typed. */
  readonly reason: string;
  /** What the person can do about it. */
  readonly whatToDo: string;
  readonly planId: number;
  readonly actionId: number;
  readonly typed?: Typed | undefined;
  /** The action, where this person may see it: with it the card can be mended and sent again. */
  readonly shown?: (ShownAction & { readonly speaksFor: readonly string[] }) | undefined;
  readonly link?: string | undefined;
  readonly key: string;
  /** How many entries of the record the person has been shown with this card; none where it is not known. */
  readonly seen?: number | undefined;
  /** The list that the card was opened from. */
  readonly backTo?: BackTo | undefined;
  /** True where the person is asked whether a date of birth may stand: pressed again, it is saved as it is. */
  readonly sure?: boolean | undefined;
  /** True where the same person can put it right on the card. */
  readonly canRetry: boolean;
}

/** Nothing was written: says why and what to do, and gives back what was typed. */
export function refusedCard(refusal: Refusal): IAdaptiveCard {
  const { heading, shown, link, typed, canRetry } = refusal;
  const reason = plain(refusal.reason, 240);
  return bindCard("action-refused", {
    planId: refusal.planId,
    actionId: refusal.actionId,
    key: refusal.key,
    seen: refusal.seen ?? 0,
    ...wayBack(refusal.backTo, refusal.planId),
    sure: refusal.sure === true,
    sendTitle: refusal.sure ? "Save anyway" : "Save",
    heading,
    reason,
    whatToDo: plain(refusal.whatToDo, 240),
    about: shown && about(shown),
    canRetry: canRetry && shown !== undefined,
    canShow: !canRetry && shown !== undefined,
    choices: shown ? ratingChoices(shown.plan.scheme) : [],
    speakers: shown && speakerChoices(shown, shown.speaksFor),
    typed: typed && typedBack(typed, shown),
    links: link === undefined ? undefined : { plan: link },
    speak: `${heading}. ${reason}`,
    fallbackText: `${heading}. ${reason}`,
  });
}

function typedBack(typed: Typed, shown: ShownAction | undefined) {
  const scheme = shown?.plan.scheme;
  const known = scheme && hasRating(scheme, typed.rating) ? scheme : undefined;
  return {
    agency: typedAgain(typed.agency, 80),
    rating: known ? typed.rating : "",
    note: typedAgain(typed.note, 2000),
    evidence: typedAgain(typed.evidence, 2000),
    evidenceKind: typed.evidenceKind === "impact" ? "impact" : "activity",
    shown: plain(typed.note, 2000) || "Nothing.",
    ...(known ? { ratingWords: `You chose ${ratingWords(known, typed.rating)}` } : {}),
  };
}
