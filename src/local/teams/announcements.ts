import type { Message } from "./message.ts";
import type { ChannelTab } from "./page-settings.ts";

/** What open pages are told the moment it happens. */
type Announcement =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "tab"; readonly tab: ChannelTab }
  | { readonly kind: "notice"; readonly text: string | undefined };

/** Tells every open page what happened; whoever listens leaves out what its person may not see. */
export interface Announcements {
  announce(news: Announcement): void;
  /** Listens until the answered function is called. A standing notice is told at once. */
  listen(listener: (news: Announcement) => void): () => void;
}

export function announcements(): Announcements {
  const listeners = new Set<(news: Announcement) => void>();
  let standing: Announcement | undefined;
  return {
    announce(news) {
      if (news.kind === "notice") standing = news;
      for (const listener of listeners) listener(news);
    },
    listen(listener) {
      listeners.add(listener);
      if (standing) listener(standing);
      return () => void listeners.delete(listener);
    },
  };
}
