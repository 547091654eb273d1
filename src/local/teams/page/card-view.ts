import {
  AdaptiveCard,
  ExecuteAction,
  GlobalSettings,
  OpenUrlAction,
  SubmitAction,
  type Action,
} from "adaptivecards";
import type { CardAction, CardOutcome } from "../message.ts";
import { cardLook } from "./card-look.ts";
import { cardTextToHtml } from "./card-text.ts";
import { button, element } from "./element.ts";

export type CardJson = Record<string, unknown>;

/** What a card on the page needs of the rest of it. */
export interface CardSurroundings {
  readonly press: (action: CardAction["action"]) => Promise<CardOutcome>;
  readonly openLink: (url: string) => void;
  /** Takes what was typed into a dialog; left out where the card stands in a message. */
  readonly submit?: (data: Record<string, unknown>) => Promise<void>;
}

// A press that the app refused must not make what was typed look untouched.
GlobalSettings.resetInputsDirtyStateAfterActionExecution = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardTextToHtml(text);
  result.didProcess = true;
};

/**
 * A card on the page, drawn by the official renderer; its buttons do what they do in Teams: while a
 * press is on its way they are off, and what was typed stays until the app answers with another card.
 */
export class CardView {
  readonly root: HTMLElement;
  // Radio buttons of two cards may have one name; each form is a group of its own.
  readonly #form = element("form", { class: "card", novalidate: true });
  readonly #words = element("div");
  readonly #offer = element("div");
  readonly #surroundings: CardSurroundings;
  #shown: AdaptiveCard;
  #waiting: CardJson | undefined;

  constructor(card: CardJson, surroundings: CardSurroundings) {
    this.#surroundings = surroundings;
    this.root = element(
      "div",
      { class: "card-frame" },
      this.#form,
      element("div", { class: "card-status" }, this.#words, this.#offer),
    );
    this.#shown = this.#draw(card);
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("focusout", () => queueMicrotask(() => this.#showWaiting()));
  }

  /**
   * Shows another card in its place: at once; where somebody just pressed here and reads the answer,
   * when they move on; where they type, when they say so.
   */
  show(card: CardJson): void {
    this.#waiting = card;
    this.#showWaiting();
    if (!this.#waiting || !this.#isBeingTypedIn()) return;
    const now = button({ class: "link" }, () => this.#replace(card, true), "Show the newer card");
    this.#offer.replaceChildren(element("p", {}, "This card has changed. ", now));
  }

  #draw(json: CardJson): AdaptiveCard {
    const card = new AdaptiveCard();
    card.hostConfig = cardLook;
    card.parse(json);
    card.onExecuteAction = (action) => void this.#onAction(action);
    card.onAnchorClicked = (_owner, anchor) => {
      this.#surroundings.openLink(anchor.href);
      return true;
    };
    const { fallbackText } = json;
    const instead = typeof fallbackText === "string" ? fallbackText : "This card cannot be shown.";
    this.#form.replaceChildren(card.render() ?? element("p", {}, instead));
    return card;
  }

  #replace(card: CardJson, takeFocus: boolean): void {
    this.#waiting = undefined;
    this.#words.replaceChildren();
    this.#offer.replaceChildren();
    this.#shown = this.#draw(card);
    if (!takeFocus) return;
    this.#form.tabIndex = -1;
    this.#form.focus({ preventScroll: true });
  }

  #showWaiting(): void {
    const inUse = this.#form.contains(document.activeElement) || this.#isBeingTypedIn();
    if (this.#waiting && !inUse) this.#replace(this.#waiting, false);
  }

  #isBeingTypedIn(): boolean {
    const isInput = document.activeElement?.matches("input, textarea, select") ?? false;
    if (isInput && this.#form.contains(document.activeElement)) return true;
    return this.#shown.getAllInputs().some((input) => input.isDirty());
  }

  async #onAction(action: Action): Promise<void> {
    if (action instanceof OpenUrlAction) return this.#surroundings.openLink(action.url ?? "");
    if (isSubmit(action) && this.#surroundings.submit) {
      this.#busy(true);
      await this.#surroundings.submit({ ...Object(action.data) });
      this.#busy(false);
      return undefined;
    }
    if (!(action instanceof ExecuteAction))
      return this.#say(`Teams does nothing for ${action.getJsonTypeName()} here.`, "alert");
    const pressedAt = document.activeElement;
    this.#say("Working on it…", "status");
    this.#busy(true);
    const outcome = await this.#surroundings.press(pressed(action)).catch(failureOf);
    this.#busy(false);
    if (outcome.kind === "card") return this.#replace(outcome.card, true);
    this.#say(outcome.text, outcome.kind === "failure" ? "alert" : "status");
    if (pressedAt instanceof HTMLElement) pressedAt.focus();
  }

  #busy(busy: boolean): void {
    this.#form.inert = busy;
    this.#form.setAttribute("aria-busy", String(busy));
  }

  #say(text: string, role: "alert" | "status"): void {
    this.#words.replaceChildren(element("p", { role, class: `card-${role}` }, text));
  }
}

/** The renderer makes one class of the other. */
function isSubmit(action: Action): action is SubmitAction {
  return action instanceof SubmitAction && !(action instanceof ExecuteAction);
}

function pressed(action: ExecuteAction): CardAction["action"] {
  return {
    type: "Action.Execute",
    ...(action.id ? { id: action.id } : {}),
    ...(action.verb ? { verb: action.verb } : {}),
    ...(action.title ? { title: action.title } : {}),
    data: action.data,
  };
}

function failureOf(cause: unknown): CardOutcome {
  return { kind: "failure", text: cause instanceof Error ? cause.message : String(cause) };
}
