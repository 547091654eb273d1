import type { Message } from "../message.ts";
import type { PageSettings } from "../page-settings.ts";
import type { ConversationKind } from "../team.ts";
import { compose } from "./compose.ts";
import { button, element } from "./element.ts";
import { icon } from "./icon.ts";
import type { Thread } from "./message-book.ts";
import { MessageView, type MessageParts } from "./message-view.ts";

export interface PostsOptions extends MessageParts {
  readonly kind: ConversationKind;
  /** Only this thread, where given. */
  readonly root?: string;
  readonly threadAddress: (root: string) => string;
  readonly search?: PageSettings["extension"]["search"];
}

interface Shown {
  readonly view: MessageView;
  version: number;
}

/** The posts of a conversation, kept current; threads in the channel can be answered in place. */
export class PostsView {
  readonly root: HTMLElement;
  readonly #options: PostsOptions;
  readonly #messages = new Map<string, Shown>();
  /** Where the replies of each thread stand. */
  readonly #threads = new Map<string, HTMLElement>();
  readonly #empty: HTMLElement;
  readonly #list: HTMLElement;
  readonly #threadList = element("div");
  #atEnd = true;

  constructor(options: PostsOptions) {
    this.#options = options;
    this.#empty = element("p", { class: "empty" }, emptyWords(options));
    this.#list = element(
      "div",
      { class: "posts", tabindex: "0", role: "region", "aria-label": "Messages" },
      this.#empty,
      this.#threadList,
    );
    this.#list.addEventListener("scroll", () => this.#noteEnd());
    new ResizeObserver(() => this.#stayAtEnd()).observe(this.#threadList);
    this.root = element(
      "div",
      { class: "conversation" },
      this.#list,
      options.root === undefined && starting(options),
    );
  }

  show(all: readonly Thread[]): void {
    const { root } = this.#options;
    const wanted = all.filter(({ first }) => root === undefined || first.id === root);
    this.#empty.hidden = wanted.length > 0;
    for (const thread of wanted) this.#showThread(thread);
  }

  #noteEnd(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < 80;
  }

  /** Whoever looks at the newest message goes on seeing it; whoever reads or types is left in peace. */
  #stayAtEnd(): void {
    if (this.#atEnd && !this.#list.contains(document.activeElement))
      this.#list.scrollTop = this.#list.scrollHeight;
  }

  #showThread({ first, replies }: Thread): void {
    const place = this.#threads.get(first.id) ?? this.#newThread(first);
    this.#showMessage(first);
    for (const reply of replies) {
      const made = this.#showMessage(reply);
      if (made) place.append(made);
    }
  }

  #newThread(first: Message): HTMLElement {
    const replies = element("div", { class: "replies" });
    const thread = element("section", { class: "thread", "aria-label": "Thread" });
    thread.append(this.#showMessage(first) ?? "", replies);
    if (this.#options.kind === "channel") thread.append(answering(this.#options, first.id));
    this.#threadList.append(thread);
    this.#threads.set(first.id, replies);
    return replies;
  }

  /**
   * Answers the element of a message that is new here. One that did not change is left alone: a card
   * in it must not be refreshed for nothing.
   */
  #showMessage(message: Message): HTMLElement | undefined {
    const known = this.#messages.get(message.id);
    if (!known) {
      const view = new MessageView(message, this.#options);
      this.#messages.set(message.id, { view, version: message.version });
      return view.root;
    }
    if (message.version > known.version) known.view.change(message);
    known.version = message.version;
    return undefined;
  }
}

function starting(options: PostsOptions): HTMLElement {
  const { kind, appName, server } = options;
  return compose({
    label: kind === "channel" ? "Start a post" : `Message ${appName}`,
    ...(kind === "channel" ? { mention: appName } : {}),
    find: finding(options),
    send: (text, card) => server.write(kind, { text, card }),
  });
}

/** The app's search, where it has one. */
function finding({ kind, server, search }: PostsOptions, root?: string) {
  if (!search) return undefined;
  const { id: command, parameter, title } = search;
  return {
    title,
    search: (words: string, skip: number) =>
      server.search(kind, { command, parameter, words, skip, root }),
  };
}

function answering(options: PostsOptions, first: string): HTMLElement {
  const { server, appName, root, threadAddress } = options;
  const write = () =>
    compose({
      label: "Reply",
      mention: appName,
      find: finding(options, first),
      send: (text, card) => server.write("channel", { text, card, root: first }),
    });
  if (root !== undefined) return element("div", { class: "answering" }, write());
  const place = element("div", { class: "answering" });
  const open = () => {
    const form = write();
    place.replaceChildren(form);
    form.querySelector("textarea")?.focus();
  };
  place.append(
    button({ class: "link" }, open, icon("reply"), "Reply"),
    element("a", { href: threadAddress(first), class: "link" }, "Open thread"),
  );
  return place;
}

function emptyWords({ kind, root, appName }: PostsOptions): string {
  if (root !== undefined) return "There is no such thread.";
  return kind === "channel"
    ? `Nothing has been posted yet. Write a recommendation's number to @${appName} to see its actions.`
    : `This is your chat with ${appName}. Write a recommendation's number, such as 2.1.`;
}
