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
  readonly abouts: readonly MessageAbout[];
  readonly scheme: RatingScheme;
  readonly typed: TypedMessage;
  readonly key: string;
  readonly refused?: string | undefined;
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

/** What a message becomes, before it is saved: the person reads it, changes it, and says what it is about. */
export function messageFormCard(form: MessageForm): IAdaptiveCard {
  const { kind, typed, abouts } = form;
  const known = abouts.some(({ id }) => id === typed.about);
  return bindCard("message-form", {
    ...words[kind],
    planId: form.planId,
    key: form.key,
    link: (httpsUrl(form.link)?.href ?? "").slice(0, 2000),
    title: plain(form.planTitle, 120) || "The plan",
    abouts: abouts.map(({ id, title }) => ({ id, title: label(title) || id })),
    choices: kind === "update" ? ratingChoices(form.scheme) : undefined,
    typed: {
      about: known ? typed.about : "",
      rating: typed.rating,
      words: typedAgain(typed.words, 3000),
      due: typed.due,
    },
    source: `From a message of ${plain(form.sender, 80) || "somebody"}, which is linked as the source.`,
    refused: form.refused && plain(form.refused, 240),
    speak: `${words[kind].heading}.`,
    fallbackText: `${words[kind].heading}.`,
  });
}
