import type { Message } from "../message.ts";
import { avatar } from "./avatar.ts";
import { element } from "./element.ts";
import { messageActions, type MessageActionParts } from "./message-actions.ts";
import { PersonalCard, type PersonalCardParts } from "./personal-card.ts";

export interface MessageParts extends PersonalCardParts {
  readonly appName: string;
  /** What the app makes of a message that somebody wrote. */
  readonly messageActions: MessageActionParts["actions"];
}

/** A message on the page: who, when, what. A card keeps what is typed in it when the message changes. */
export class MessageView {
  readonly root: HTMLElement;
  readonly #parts: MessageParts;
  readonly #edited = element("span");
  readonly #words = element("div", { class: "words" });
  readonly #problem = element("p", { class: "card-alert", role: "alert" });
  readonly #cardPlace = element("div");
  #cards: PersonalCard[] = [];

  constructor(message: Message, parts: MessageParts) {
    this.#parts = parts;
    const { from, sent } = message;
    const who = element("strong", {}, from.name);
    const when = element("time", { datetime: sent, title: dayAndTime(sent) }, timeOf(sent));
    this.root = element(
      "article",
      {
        class: "message",
        "data-message": message.id,
        "aria-label": `${from.name}, ${timeOf(sent)}`,
      },
      avatar(from.name, from.isApp),
      element(
        "div",
        { class: "said" },
        element("p", { class: "who" }, who, " ", when, this.#edited, menuOf(message, parts)),
        this.#words,
        this.#cardPlace,
        this.#problem,
      ),
    );
    this.change(message);
  }

  change(message: Message): void {
    const words = wordsOf(message, this.#parts.appName);
    this.#edited.textContent = message.edited && !message.deleted ? " · Edited" : "";
    this.#words.replaceChildren(...words);
    this.#words.hidden = words.length === 0;
    this.#problem.textContent = message.problem ?? "";
    if (message.cards.length === this.#cards.length)
      for (const [index, card] of this.#cards.entries())
        card.change(message, message.cards[index] ?? {});
    else this.#drawCards(message);
  }

  #drawCards(message: Message): void {
    this.#cards = message.cards.map((card) => new PersonalCard(message, card, this.#parts));
    this.#cardPlace.replaceChildren(...this.#cards.map((card) => card.root));
  }
}

/** Only what a person wrote has one: an app's own cards say what can be done with them. */
function menuOf(
  { id, from }: Message,
  { server, openLink, messageActions: actions }: MessageParts,
): HTMLElement | false {
  if (from.isApp || actions.length === 0) return false;
  return messageActions({
    actions,
    openLink,
    call: (command, data) => server.messageAction({ command, message: id, data }),
  });
}

/** An app marks a mention with `<at>`, a person with the app's name after an @; both look alike. */
function wordsOf({ text, deleted }: Message, appName: string): (Node | string)[] {
  if (deleted) return [element("em", {}, "This message was deleted.")];
  const own = `<at>${appName}</at>`;
  return text
    .replaceAll(`@${appName}`, own)
    .split(/(<at>.*?<\/at>)/)
    .filter((part) => part !== "")
    .map((part) => {
      const name = /^<at>(.*)<\/at>$/.exec(part)?.[1];
      return name === undefined ? part : element("span", { class: "mention" }, name);
    });
}

function timeOf(sent: string): string {
  const date = new Date(sent);
  const time = { hour: "2-digit", minute: "2-digit" } as const;
  return date.toDateString() === new Date().toDateString()
    ? date.toLocaleTimeString("en-GB", time)
    : date.toLocaleString("en-GB", { day: "numeric", month: "short", ...time });
}

function dayAndTime(sent: string): string {
  return new Date(sent).toLocaleString("en-GB", { dateStyle: "long", timeStyle: "short" });
}
