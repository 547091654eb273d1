import type { IAdaptiveCard } from "@microsoft/teams.cards";
import { plain } from "./plain.ts";
import { bindCard } from "./template.ts";

/** One line of a list; pressing it opens its card in the list's place. */
export interface ListLine {
  readonly verb: string;
  readonly data: Readonly<Record<string, string | number>>;
  /** As somebody wrote it. */
  readonly title: string;
  /** "Due 3 days ago" */
  readonly when: string;
  /** "3.4 Health · ◐ Amber"; every part of it already made plain. */
  readonly about: string;
}

export interface ListSection {
  readonly heading: string;
  readonly lines: readonly ListLine[];
  /** How many there are, where these lines are only the first of them. */
  readonly count?: number;
}

export interface ListOnCard {
  /** Our own words. */
  readonly heading: string;
  readonly summary: string;
  readonly sections: readonly ListSection[];
  /** What is said where there is no line. */
  readonly nothing: string;
  /** What asks for the list as it is later. */
  readonly again: {
    readonly verb: string;
    readonly data: Readonly<Record<string, string | number>>;
  };
  /** Teams ids of those whose list Teams brings up to date by itself. */
  readonly refreshFor: readonly string[];
  readonly link: string;
  /** Whom a reminder did not reach, and why; for owners. */
  readonly notReached?: readonly { readonly who: string; readonly why: string }[] | undefined;
  /** "2 overdue, 1 due" */
  readonly counts: string;
}

/** More lines than this make no reminder; the plan has them all. */
const mostLines = 10;
const mostNotReached = 4;

/** A list whose lines open in place. */
export function listCard(list: ListOnCard): IAdaptiveCard {
  const sections = list.sections.filter(({ lines }) => lines.length > 0).map(shownSection);
  const said = `${list.heading}. ${sections.length > 0 ? list.counts : list.nothing}`;
  return bindCard("monday", {
    heading: list.heading,
    summary: plain(list.summary, 160),
    again: list.again,
    refreshFor: list.refreshFor,
    sections,
    nothing: list.nothing,
    notReached: shownNotReached(list.notReached ?? []),
    links: { plan: list.link },
    speak: said,
    fallbackText: sections.length > 0 ? `${said} Open the plan to see them.` : said,
  });
}

function shownNotReached(all: NonNullable<ListOnCard["notReached"]>) {
  if (all.length === 0) return undefined;
  const more = all.length - mostNotReached;
  return {
    count: all.length,
    lines: all
      .slice(0, mostNotReached)
      .map(({ who, why }) => ({ who: plain(who, 40), why: plain(why, 80) })),
    ...(more > 0 ? { more: `${more} more, which “action-plan remind” lists.` } : {}),
  };
}

function shownSection({ heading, lines, count = lines.length }: ListSection) {
  const shown = lines.slice(0, mostLines).map(shownLine);
  const more = count - shown.length;
  return {
    heading,
    count,
    lines: shown,
    ...(more > 0 ? { more: `${more} more in the plan.` } : {}),
  };
}

function shownLine({ verb, data, title, when, about }: ListLine) {
  const words = plain(title, 80) || "No words";
  return { verb, data, title: words, when, about, spoken: `Open: ${words}. ${when}. ${about}` };
}

/** A list that cards are opened from. */
export type BackTo = "mine" | "overdue";

/** What a card needs to lead back to the list that it was opened from. */
export function wayBack(backTo: BackTo | undefined, planId: number) {
  if (backTo === undefined) return { backTo: "" };
  const back =
    backTo === "mine" ? { verb: "showMine", data: {} } : { verb: "showOverdue", data: { planId } };
  return { backTo, back };
}
