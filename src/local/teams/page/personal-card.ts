import { cardAction, cardRefresh, type CardAction, type Message } from "../message.ts";
import { CardView, type CardJson } from "./card-view.ts";
import type { Server } from "./server.ts";

export interface PersonalCardParts {
  readonly server: Server;
  readonly personMri: string;
  readonly openLink: (url: string) => void;
}

/**
 * A message's card as one person sees it. Where the card's `refresh` names this person, the app is
 * asked for their own view of it by itself, as Teams does. That view is theirs alone; a refused
 * refresh leaves everybody's card.
 */
export class PersonalCard {
  readonly root: HTMLElement;
  readonly #view: CardView;
  readonly #parts: PersonalCardParts;
  #newest: number;

  constructor(message: Message, card: CardJson, parts: PersonalCardParts) {
    const { server, openLink } = parts;
    this.#parts = parts;
    this.#newest = message.version;
    this.#view = new CardView(card, {
      openLink,
      press: (action) => server.press({ message: message.id, trigger: "manual", action }),
    });
    this.root = this.#view.root;
    const refresh = refreshFor(card, parts.personMri);
    if (refresh) void this.#refresh(message, refresh);
  }

  /** The message changed: everybody's card is shown, and refreshed for this person where it asks for that. */
  change(message: Message, card: CardJson): void {
    this.#newest = message.version;
    const refresh = refreshFor(card, this.#parts.personMri);
    if (refresh) void this.#refresh(message, refresh, card);
    else this.#view.show(card);
  }

  /** Their own view stays until the new one is there: no flash of everybody's card in between. */
  async #refresh(message: Message, action: CardAction["action"], otherwise?: CardJson) {
    const press = { message: message.id, trigger: "automatic" as const, action };
    const outcome = await this.#parts.server.press(press).catch(() => undefined);
    if (this.#newest !== message.version) return;
    const card = outcome?.kind === "card" ? outcome.card : otherwise;
    if (card) this.#view.show(card);
  }
}

/** The refresh action of a card, where it is meant for this person to run by itself. */
function refreshFor(card: CardJson, personMri: string): CardAction["action"] | undefined {
  const refresh = cardRefresh.safeParse(card["refresh"]).data;
  if (!refresh?.userIds?.includes(personMri)) return undefined;
  return cardAction.shape.action.safeParse(refresh.action).data;
}
