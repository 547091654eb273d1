import type { IAdaptiveCard } from "@microsoft/teams.cards";
import type { RatingScheme } from "#plan/rating-scheme.ts";
import { label, ratingChoices } from "./action-card.ts";
import { httpsUrl } from "./evidence.ts";
import { plain, typedAgain } from "./plain.ts";
import { bindCard } from "./template.ts";

/** Something a message can be about, by an id that comes back. */
export interface MessageAbout {
  readonly id: string;
  /** "2.1 Train the nurses (Trust)" */
  readonly title: string;
}

export interface TypedMessage {
  readonly about: string;
  readonly rating: string;
  readonly words: string;
  readonly due: string;
}

export interface MessageForm {
  readonly kind: "update" | "challenge";
  /** Whose message it is made of. */
  readonly sender: string;
  /** The message's own address. */
  readonly link: string;
  readonly planId: number;
  readonly planTitle: string;
  /** Those that are most likely meant come first: not all of them may have room. */
  readonly abouts: readonly MessageAbout[];
  /** Where the others are found. */
  readonly planLink: string;
  readonly scheme: RatingScheme;
  readonly typed: TypedMessage;
  readonly key: string;
  readonly refused?: string | undefined;
  /** It was refused in doubt: pressed again, it is sent as it is. */
  readonly sure?: boolean | undefined;
}

const words = {
  update: {
    heading: "Make a progress update of this message",
    aboutLabel: "Action it is about",
    wordsLabel: "What has changed, in a sentence or two",
    sendTitle: "Save the update",
    asksDue: false,
  },
  challenge: {
    heading: "Make a challenge of this message",
    aboutLabel: "Who is asked, and about what",
    wordsLabel: "Question",
    sendTitle: "Send the question",
    asksDue: true,
  },
} as const;

/** A menu of more than this is not found through. */
const mostListed = 200;
/** Teams takes 28 KB a card. */
const mostBytes = 24_500;

const encoder = new TextEncoder();
const bytesOf = (value: object) => encoder.encode(JSON.stringify(value)).length;

/** What a message becomes, before it is saved: the person reads it, changes it, and says what it is about. */
export function messageFormCard(form: MessageForm): IAdaptiveCard {
  const titled = form.abouts.map(({ id, title }) => ({ id, title: label(title) || id }));
  const without = bytesOf(cardOf(form, [], titled.length));
  const listed = withRoom(titled, { chosen: form.typed.about, room: mostBytes - without });
  return cardOf(form, listed, titled.length - listed.length);
}

/** The chosen one and the first, and of the others as many as there is room for, in their order. */
function withRoom(
  abouts: readonly MessageAbout[],
  { chosen, room }: { readonly chosen: string; readonly room: number },
): readonly MessageAbout[] {
  const listed = new Set(abouts.filter(({ id }, at) => at === 0 || id === chosen));
  let left = room - bytesOf([...listed]);
  for (const about of abouts.slice(0, mostListed)) {
    left -= bytesOf({ title: about.title, value: about.id }) + 1;
    if (left < 0) break;
    listed.add(about);
  }
  return abouts.filter((about) => listed.has(about));
}

function cardOf(form: MessageForm, abouts: readonly MessageAbout[], more: number): IAdaptiveCard {
  const { kind, typed } = form;
  const known = abouts.some(({ id }) => id === typed.about);
  return bindCard("message-form", {
    ...words[kind],
    planId: form.planId,
    key: form.key,
    link: (httpsUrl(form.link)?.href ?? "").slice(0, 2000),
    title: plain(form.planTitle, 120) || "The plan",
    abouts,
    more:
      more > 0
        ? `${more} more are not listed here. They are in the plan; a message in a recommendation’s thread lists its own first.`
        : undefined,
    links: { plan: form.planLink },
    choices: kind === "update" ? ratingChoices(form.scheme) : undefined,
    typed: {
      about: known ? typed.about : "",
      rating: typed.rating,
      words: typedAgain(typed.words, 3000),
      due: typed.due,
    },
    source: `From a message of ${plain(form.sender, 80) || "somebody"}, which is linked as the source.`,
    refused: form.refused && plain(form.refused, 240),
    sure: form.sure === true,
    ...(form.sure ? { sendTitle: "Send anyway" } : {}),
    speak: `${words[kind].heading}.`,
    fallbackText: `${words[kind].heading}.`,
  });
}
