import type { ChannelTab, PageSettings } from "../page-settings.ts";
import type { Place, Theme } from "./address.ts";
import type { Content } from "./content.ts";
import { element } from "./element.ts";
import { hostAnswers } from "./host/answers.ts";
import { legacyContext } from "./host/context.ts";
import { openTabDialog, showLink } from "./host/dialogs.ts";
import { hostFrame, type HostFrame } from "./host/frame.ts";
import { nestedAppAuth } from "./host/nested-app-auth.ts";
import type { Server } from "./server.ts";
import { ThreadBeside, type ThreadBesideParts } from "./thread-beside.ts";

export interface TabOptions {
  readonly settings: PageSettings;
  readonly tab: ChannelTab;
  readonly server: Server;
  readonly theme: Theme;
  readonly place: Extract<Place, { kind: "tab" }>;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
  readonly beside: ThreadBesideParts;
}

/** Teams too says so when a tab has not called `notifySuccess` for about this long. */
const patienceMilliseconds = 30_000;

/** The app's tab in a frame, with this page answering it as the Teams client does. */
export class TabView implements Content {
  readonly root: HTMLElement;
  readonly #options: TabOptions;
  readonly #origin: string;
  readonly #nested: (request: string) => Promise<string>;
  readonly #state: HTMLElement;
  readonly #unanswered = element("ul", {
    class: "unanswered",
    "aria-label": "What this page could not do for the tab",
    hidden: true,
  });
  readonly #tab: HostFrame;
  readonly #beside: ThreadBeside;
  readonly #late: ReturnType<typeof setTimeout>;
  #theme: Theme;

  constructor(options: TabOptions) {
    const { tab } = options;
    this.#options = options;
    this.#theme = options.theme;
    this.#origin = new URL(tab.url).origin;
    this.#nested = nestedAppAuth(options.server, options.settings);
    this.#state = element("p", { class: "tab-state", role: "status" }, `Opening ${tab.name}…`);
    const iframe = element("iframe", {
      title: tab.name,
      name: "tab",
      src: tab.url,
      allow: "clipboard-read; clipboard-write",
    });
    this.#beside = new ThreadBeside(options.beside, () => this.#tab.tell("closeConversation", []));
    const frame = element("div", { class: "tab" }, this.#state, iframe, this.#unanswered);
    this.root = element("div", { class: "tab-and-thread" }, frame, this.#beside.root);
    this.#tab = this.#host(iframe, "content");
    this.#late = setTimeout(() => {
      this.#say(`${tab.name} has not said that it is ready.`);
    }, patienceMilliseconds);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#tab.tell("themeChange", [theme]);
  }

  messagesChanged(): void {
    this.#beside.messagesChanged();
  }

  close(): void {
    clearTimeout(this.#late);
    this.#tab.close();
  }

  #host(
    iframe: HTMLIFrameElement,
    frameContext: "content" | "task",
    complete?: (result: unknown) => void,
  ): HostFrame {
    const { settings, tab, place, go, openLink } = this.#options;
    return hostFrame({
      window: () => iframe.contentWindow,
      origin: this.#origin,
      nested: this.#nested,
      onUnknown: (what) => this.#reportUnanswered(what),
      answers: hostAnswers({
        settings,
        tab,
        frameContext,
        go,
        openLink,
        context: () =>
          legacyContext(settings, {
            frameContext,
            tab,
            theme: this.#theme,
            subPageId: place.subPageId,
          }),
        onState: (words) => this.#say(words),
        showLink: (subPageId, label) => showLink(settings, { tab, subPageId, label }),
        openDialog: (info) =>
          openTabDialog(info, this.#origin, (frame, finish) => this.#host(frame, "task", finish)),
        ...(ThreadBeside.fits() ? { thread: this.#beside } : {}),
        ...(complete ? { complete } : {}),
      }),
    });
  }

  /** Undefined once the tab can be used. */
  #say(words: string | undefined): void {
    clearTimeout(this.#late);
    this.#state.textContent = words ?? "";
    this.#state.hidden = words === undefined;
  }

  #reportUnanswered(what: string): void {
    this.#unanswered.hidden = false;
    const words = `The tab asked for ${what}, which this page does not do.`;
    this.#unanswered.append(element("li", {}, words));
  }
}
