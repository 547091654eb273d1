import type { ChannelTab, PageSettings } from "../page-settings.ts";
import type { Message } from "../message.ts";
import { chatIdOf } from "../team.ts";
import { readAddress, writeAddress, type Address, type Place, type Theme } from "./address.ts";
import type { Content } from "./content.ts";
import { placeOfLink } from "./deep-link.ts";
import { MeetingContent } from "./meeting-view.ts";
import { messageBook, type MessageBook } from "./message-book.ts";
import { useTheme } from "./menus.ts";
import { PostsView } from "./posts-view.ts";
import { serverAs, type Server } from "./server.ts";
import { setUpTab } from "./set-up-tab.ts";
import { type Shell, shell, tabAt } from "./shell.ts";
import { TabView } from "./tab-view.ts";

type Tabs = PageSettings["tabs"];

/** What every place of the page works with. */
interface Session {
  readonly settings: PageSettings;
  readonly tabs: () => Tabs;
  readonly server: Server;
  readonly book: MessageBook;
  readonly go: (place: Place) => void;
  readonly openLink: (url: string) => void;
}

/** Opens Teams as this person, at the place in the address, and keeps it current. */
export async function openAs(page: Element, person: string): Promise<void> {
  const server = serverAs(person);
  const settings = await server.settings();
  let { tabs } = settings;
  let content: Content | undefined;
  const frame = shell(settings, {
    onTheme: changeTheme,
    onAddTab: () => void setUp(),
    onTabSettings: (tab) => void setUp(tab),
  });
  const book = messageBook();
  const openLink = openingLinks(settings, {
    go,
    refuse: (words) => frame.notice("link", words),
  });
  const session: Session = { settings, tabs: () => tabs, server, book, go, openLink };
  page.replaceChildren(frame.root);
  followLinks(frame.root, `/as/${person}/`, go);
  window.addEventListener("popstate", () => show(here()));
  show(here());
  followNews(session, frame, { showTabs, messagesChanged: () => content?.messagesChanged?.() });

  function show(address: Address): void {
    content?.close?.();
    content = contentAt(address, session);
    frame.show(address, content.root, tabs);
    content.messagesChanged?.();
  }

  function go(place: Place): void {
    const address = { ...here(), place };
    history.pushState(null, "", writeAddress(address));
    show(address);
    frame.focusMain();
  }

  function changeTheme(theme: Theme): void {
    useTheme(theme);
    content?.setTheme?.(theme);
    showTabs(tabs);
  }

  function showTabs(now: Tabs): void {
    tabs = now;
    if (content) frame.show(here(), content.root, tabs);
  }

  async function setUp(had?: ChannelTab): Promise<void> {
    const tab = await setUpTab({ ...session, theme: here().theme, tab: had });
    if (!tab) return;
    showTabs(withTab(tabs, tab));
    go({ kind: "tab", tab: tab.id });
  }
}

/** What is announced while the page is open. */
function followNews(
  { server, book, tabs }: Session,
  frame: Shell,
  on: { readonly showTabs: (now: Tabs) => void; readonly messagesChanged: () => void },
): void {
  server.listen({
    opened() {
      frame.notice("connection", undefined);
      void readAll(server, book).then(on.messagesChanged);
      void server.settings().then((now) => on.showTabs(now.tabs));
    },
    lost: () => frame.notice("connection", "The local Teams does not answer. Trying again…"),
    news(news) {
      if (news.kind === "notice") return frame.notice("app", news.text);
      if (news.kind === "tab") return on.showTabs(withTab(tabs(), news.tab));
      if (!book.put(news.message)) return;
      on.messagesChanged();
      frame.announce(wordsFor(news.message));
    },
  });
}

/** Links to places of this page are followed here, others in a new window. */
function openingLinks(
  { app, channel }: PageSettings,
  { go, refuse }: { readonly go: (place: Place) => void; readonly refuse: (why: string) => void },
): (url: string) => void {
  const targets = { appId: app.id, botId: app.botId, channelId: channel.id };
  return (url) => {
    const place = placeOfLink(url, targets);
    if (place) go(place);
    else if (/^https?:/.test(url)) window.open(url, "_blank", "noopener,noreferrer");
    else refuse(`This page cannot open ${url}`);
  };
}

function contentAt({ place, theme }: Address, session: Session): Content {
  const { settings, tabs, server, book, go, openLink } = session;
  const frame = { settings, server, theme, go, openLink };
  const { channel, person } = settings;
  const beside = {
    postsOf: (root: string) => postsAt({ kind: "thread", root }, session),
    threads: () => book.threads(channel.id),
  };
  if (place.kind === "tab")
    return new TabView({ ...frame, tab: tabAt(place, tabs()), place, beside });
  if (place.kind === "mine")
    return new TabView({ ...frame, tab: mineTab(tabs()), place: { kind: "tab" }, beside });
  if (place.kind === "meeting") return new MeetingContent({ ...frame, tab: tabs()[0] });
  const conversation = place.kind === "chat" ? chatIdOf(person.objectId) : channel.id;
  const view = postsAt(place, session);
  return { root: view.root, messagesChanged: () => view.show(book.threads(conversation)) };
}

function postsAt(place: Place, { settings, server, openLink }: Session): PostsView {
  return new PostsView({
    kind: place.kind === "chat" ? "personal" : "channel",
    server,
    openLink,
    personMri: settings.person.mri,
    appName: settings.app.name,
    search: settings.extension.search,
    messageActions: settings.extension.messageActions,
    threadAddress: (root) => writeAddress({ ...here(), place: { kind: "thread", root } }),
    ...(place.kind === "thread" ? { root: place.root } : {}),
  });
}

/** The app's own tab for one person (manifest/manifest.template.json), which is in no channel. */
function mineTab([{ url }]: Tabs): ChannelTab {
  return { id: "mine", name: "Mine", entityId: "mine", url: new URL("?mine", url).href };
}

/** What one added oneself is told as news too; one that was set up anew stays in its place. */
function withTab([first, ...added]: Tabs, tab: ChannelTab): Tabs {
  return added.some(({ id }) => id === tab.id)
    ? [first, ...added.map((each) => (each.id === tab.id ? tab : each))]
    : [first, ...added, tab];
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
