import { button, element } from "./element.ts";
import { icon } from "./icon.ts";
import type { Thread } from "./message-book.ts";
import type { PostsView } from "./posts-view.ts";

/** Pixels that a page has to be wide for a thread beside a tab; a narrower Teams has no such place. */
const leastWidth = 1000;

export interface ThreadBesideParts {
  /** The posts of one thread only. */
  readonly postsOf: (root: string) => PostsView;
  readonly threads: () => readonly Thread[];
}

/** The channel's thread that a tab asked for, beside it (learn.microsoft.com: Create conversational tabs). */
export class ThreadBeside {
  readonly root = element("aside", { class: "beside", "aria-label": "Conversation", hidden: true });
  readonly #parts: ThreadBesideParts;
  readonly #onClosed: () => void;
  #posts: PostsView | undefined;

  constructor(parts: ThreadBesideParts, onClosed: () => void) {
    this.#parts = parts;
    this.#onClosed = onClosed;
  }

  /** Where this page has room for it: a tab is told so when it starts. */
  static fits(): boolean {
    return window.innerWidth >= leastWidth;
  }

  /** A thread that was made a moment ago appears once it is announced. */
  open(root: string, title: string): void {
    const posts = this.#parts.postsOf(root);
    this.#posts = posts;
    const close = button(
      { "aria-label": "Close", class: "close" },
      () => this.close(),
      icon("close"),
    );
    this.root.replaceChildren(element("header", {}, element("h2", {}, title), close), posts.root);
    this.root.hidden = false;
    this.messagesChanged();
    close.focus();
  }

  close(): void {
    this.#posts = undefined;
    this.root.replaceChildren();
    this.root.hidden = true;
    this.#onClosed();
  }

  messagesChanged(): void {
    this.#posts?.show(this.#parts.threads());
  }
}
