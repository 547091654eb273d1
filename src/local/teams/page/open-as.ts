import type { PageSettings } from "../page-settings.ts";
import type { Message } from "../message.ts";
import { chatIdOf } from "../team.ts";
import { readAddress, writeAddress, type Address, type Place, type Theme } from "./address.ts";
import type { Content } from "./content.ts";
import { placeOfLink } from "./deep-link.ts";
import { messageBook, type MessageBook } from "./message-book.ts";
import { useTheme } from "./menus.ts";
import { PostsView } from "./posts-view.ts";
import { serverAs, type Server } from "./server.ts";
import { shell } from "./shell.ts";
import { TabView } from "./tab-view.ts";

/** What every place of the page works with. */
interface Session {
  readonly settings: PageSettings;
  readonly server: Server;
  readonly book: MessageBook;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
}

/** Opens Teams as this person, at the place in the address, and keeps it current. */
export async function openAs(page: Element, person: string): Promise<void> {
  const server = serverAs(person);
  const settings = await server.settings();
  const frame = shell(settings, changeTheme);
  const book = messageBook();
  const session: Session = { settings, server, book, go, openLink };
  let content: Content | undefined;
  page.replaceChildren(frame.root);
  followLinks(frame.root, `/as/${person}/`, go);
  window.addEventListener("popstate", () => show(here()));
  show(here());
  server.listen({
    opened() {
      frame.notice("connection", undefined);
      void readAll(server, book).then(() => content?.messagesChanged?.());
    },
    lost: () => frame.notice("connection", "The local Teams does not answer. Trying again…"),
    news(news) {
      if (news.kind === "notice") return frame.notice("app", news.text);
      if (!book.put(news.message)) return;
      content?.messagesChanged?.();
      frame.announce(wordsFor(news.message));
    },
  });

  function show(address: Address): void {
    content?.close?.();
    content = contentAt(address, session);
    frame.show(address, content.root);
    content.messagesChanged?.();
  }

  function go(place: Place): void {
    const address = { ...here(), place };
    history.pushState(null, "", writeAddress(address));
    show(address);
    frame.focusMain();
  }

  function openLink(url: string): void {
    const { app, channel } = settings;
    const targets = { appId: app.id, botId: app.botId, channelId: channel.id };
    const place = placeOfLink(url, targets);
    if (place) go(place);
    else if (/^https?:/.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    else frame.notice("link", `This page cannot open ${url}`);
  }

  function changeTheme(theme: Theme): void {
    useTheme(theme);
    content?.setTheme?.(theme);
    if (content) frame.show(here(), content.root);
  }
}

function contentAt({ place, theme }: Address, session: Session): Content {
  const { settings, server, book, go, openLink } = session;
  if (place.kind === "tab") return new TabView({ settings, server, theme, place, go, openLink });
  const kind = place.kind === "chat" ? "personal" : "channel";
  const conversation =
    kind === "channel" ? settings.channel.id : chatIdOf(settings.person.objectId);
  const view = new PostsView({
    kind,
    server,
    openLink,
    personMri: settings.person.mri,
    appName: settings.app.name,
    threadAddress: (root) => writeAddress({ ...here(), place: { kind: "thread", root } }),
    ...(place.kind === "thread" ? { root: place.root } : {}),
  });
  return { root: view.root, messagesChanged: () => view.show(book.threads(conversation)) };
}

function wordsFor({ from, edited, deleted }: Message): string {
  if (deleted) return `${from.name} deleted a message.`;
  return edited ? `${from.name} changed a message.` : `${from.name} wrote a message.`;
}

async function readAll(server: Server, book: MessageBook): Promise<void> {
  const all = await Promise.all([server.messages("channel"), server.messages("personal")]);
  for (const message of all.flat()) book.put(message);
}

/** Links to this person's own places open without a new page, all others as ever. */
function followLinks(root: HTMLElement, own: string, go: (place: Place) => void): void {
  root.addEventListener("click", (event) => {
    const { target } = event;
    const link = target instanceof Element ? target.closest("a") : null;
    if (!link?.pathname.startsWith(own) || link.origin !== location.origin) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(readAddress(new URL(link.href)).place);
  });
}

function here(): Address {
  return readAddress(new URL(location.href));
}
