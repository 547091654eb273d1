import { AdaptiveCard, HostConfig, type Input, Version } from "adaptivecards";

/** A card as the official renderer shows it, and every text that it took for Markdown. */
export interface RenderedCard {
  readonly element: HTMLElement;
  /** What can be read, invisible break places and isolating signs left out. */
  readonly text: string;
  readonly markdown: readonly string[];
  readonly problems: readonly string[];
  /** The inputs that have to be filled. */
  readonly required: readonly Pick<Input, "errorMessage">[];
}

// jsdom has no innerText, and the renderer writes labels with it.
if (!("innerText" in HTMLElement.prototype)) {
  Object.defineProperty(HTMLElement.prototype, "innerText", {
    get(this: HTMLElement) {
      return this.textContent;
    },
    set(this: HTMLElement, value: string) {
      this.textContent = value;
    },
  });
}

/** Renders with the official renderer. Throws where it renders nothing. */
export function renderCard(card: object): RenderedCard {
  const markdown: string[] = [];
  AdaptiveCard.onProcessMarkdown = (text, result) => {
    markdown.push(text);
    result.outputHtml = text;
    result.didProcess = true;
  };
  const adaptive = new AdaptiveCard();
  adaptive.hostConfig = new HostConfig({ supportsInteractivity: true });
  adaptive.parse(card);
  const problems = adaptive
    .validateProperties()
    .validationEvents.map(({ message }) => message)
    .concat(adaptive.version.compareTo(new Version(1, 5)) === 0 ? [] : ["not version 1.5"]);
  const element = adaptive.render();
  const required = adaptive.getAllInputs().filter(({ isRequired }) => isRequired);
  if (!element) throw new Error("The card rendered nothing.");
  return { element, text: readable(element.textContent ?? ""), markdown, problems, required };
}

export function readable(text: string): string {
  return text.replaceAll(/[\u200B\u2066-\u2069]/g, "").replaceAll("\u00A0", " ");
}
