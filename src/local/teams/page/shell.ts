import type { ChannelTab, PageSettings } from "../page-settings.ts";
import { writeAddress, type Address, type Place, type Theme } from "./address.ts";
import { button, element } from "./element.ts";
import { icon, type IconName } from "./icon.ts";
import { menus } from "./menus.ts";

/** The Teams window around what is being looked at. */
export interface Shell {
  readonly root: HTMLElement;
  /** Marks where one is among the channel's tabs, and puts the content in place. */
  show(address: Address, content: HTMLElement, tabs: Tabs): void;
  /** A sentence above everything, until that subject's is replaced or taken away with undefined. */
  notice(about: "app" | "connection" | "link", text: string | undefined): void;
  /** Tells a screen reader what changed, without moving what is being read. */
  announce(text: string): void;
  /** For keyboards and screen readers, after one went somewhere else. */
  focusMain(): void;
}

type Tabs = PageSettings["tabs"];

export interface ShellActions {
  readonly onTheme: (theme: Theme) => void;
  readonly onAddTab: () => void;
  /** Sets that tab up anew. */
  readonly onTabSettings: (tab: ChannelTab) => void;
}

export function shell(settings: PageSettings, { onTheme, ...onTabs }: ShellActions): Shell {
  const head = element("div", { class: "heads" });
  const place = element("div", { class: "content" });
  const main = element("main", { class: "main", tabindex: "-1" }, head, place);
  const places = element("div", { class: "places" });
  const notices = new Map<string, string>();
  const strip = element("p", { class: "notice", role: "status", hidden: true });
  const live = element("p", { class: "unseen", role: "status" });
  const root = element(
    "div",
    { class: "window" },
    topBar(settings, onTheme),
    strip,
    element("div", { class: "body" }, places, main),
    live,
  );
  return {
    root,
    show(address, content, tabs) {
      root.dataset["place"] = address.place.kind;
      places.replaceChildren(rail(address), teamList(settings, address));
      head.replaceChildren(header({ settings, address, tabs, ...onTabs }));
      // A frame that is put in place again would load again.
      if (place.firstChild !== content) place.replaceChildren(content);
      document.title = titleOf(settings, address.place, tabs);
    },
    notice(about, text) {
      notices.delete(about);
      if (text !== undefined) notices.set(about, text);
      strip.hidden = notices.size === 0;
      strip.textContent = [...notices.values()].join(" ");
    },
    announce(text) {
      live.textContent = text;
    },
    focusMain: () => main.focus(),
  };
}

function topBar(settings: PageSettings, onTheme: (theme: Theme) => void): HTMLElement {
  return element(
    "header",
    { class: "top" },
    element("span", { class: "product" }, "Teams on this machine"),
    menus(settings, onTheme),
  );
}

function rail(address: Address): HTMLElement {
  const to = (name: IconName, words: string, place: Place, on: boolean) =>
    element(
      "li",
      {},
      element(
        "a",
        { href: writeAddress({ ...address, place }), "aria-current": on ? "true" : undefined },
        icon(name),
        words,
      ),
    );
  const inChat = isOwn(address.place);
  return element(
    "nav",
    { class: "rail", "aria-label": "Apps" },
    element(
      "ul",
      {},
      notHere("activity", "Activity"),
      to("chat", "Chat", { kind: "chat" }, inChat),
      to("teams", "Teams", { kind: "posts" }, !inChat && address.place.kind !== "meeting"),
      notHere("calendar", "Calendar"),
      to("calls", "Calls", { kind: "meeting" }, address.place.kind === "meeting"),
    ),
  );
}

function notHere(name: IconName, words: string): HTMLElement {
  const place = { class: "not-here", title: `${words} is not part of this machine` };
  return element("li", {}, element("span", place, icon(name), words));
}

function teamList({ team, channel, app }: PageSettings, address: Address): HTMLElement {
  const inChat = isOwn(address.place);
  const link = (words: string, place: Place, on: boolean) =>
    element(
      "a",
      {
        class: "channel",
        href: writeAddress({ ...address, place }),
        "aria-current": on ? "page" : undefined,
      },
      words,
    );
  return element(
    "nav",
    { class: "list", "aria-label": inChat ? "Chats" : "Teams and channels" },
    element("h2", {}, inChat ? "Chat" : "Teams"),
    !inChat &&
      element(
        "p",
        { class: "team" },
        element("span", { class: "badge", "aria-hidden": "true" }, team.initials),
        team.name,
      ),
    inChat
      ? link(app.name, { kind: "chat" }, true)
      : link(channel.name, { kind: "posts" }, address.place.kind !== "list"),
    !inChat && element("p", { class: "team chats" }, "Chats"),
    !inChat && link(app.name, { kind: "chat" }, false),
  );
}

interface Head extends Omit<ShellActions, "onTheme"> {
  readonly settings: PageSettings;
  readonly address: Address;
  readonly tabs: Tabs;
}

function header(head: Head): HTMLElement {
  const { settings, address } = head;
  const back = element(
    "a",
    {
      class: "back",
      href: writeAddress({ ...address, place: { kind: "list" } }),
      "aria-label": "Back to the list",
    },
    icon("back"),
  );
  if (isOwn(address.place))
    return element(
      "div",
      { class: "head" },
      back,
      element("span", { class: "badge app", "aria-hidden": "true" }, "AP"),
      element("h1", {}, settings.app.name),
      ownRow(head),
    );
  return element(
    "div",
    { class: "head" },
    back,
    element("span", { class: "badge", "aria-hidden": "true" }, settings.team.initials),
    element("h1", {}, settings.channel.name),
    tabRow(head),
  );
}

/** The app by itself, for one person: its chat, and what is theirs. */
function isOwn({ kind }: Place): boolean {
  return kind === "chat" || kind === "mine";
}

function ownRow({ settings, address }: Head): HTMLElement {
  const link = (words: string, kind: "chat" | "mine") =>
    element(
      "a",
      {
        href: writeAddress({ ...address, place: { kind } }),
        "aria-current": address.place.kind === kind ? "page" : undefined,
      },
      words,
    );
  const names = { class: "tabs", "aria-label": `Tabs of ${settings.app.name}` };
  return element("nav", names, link("Chat", "chat"), link("Mine", "mine"));
}

function tabRow({ settings, address, tabs, onAddTab, onTabSettings }: Head): HTMLElement {
  const { place } = address;
  const [first] = tabs;
  const shown = place.kind === "tab" ? tabAt(place, tabs) : undefined;
  const link = (words: string, to: Place, on: boolean) =>
    element(
      "a",
      { href: writeAddress({ ...address, place: to }), "aria-current": on ? "page" : undefined },
      element("span", { title: words }, words),
    );
  const add = { class: "add-tab", "aria-label": "Add a tab", title: "Add a tab" };
  return element(
    "nav",
    { class: "tabs", "aria-label": `Tabs of ${settings.channel.name}` },
    link("Posts", { kind: "posts" }, place.kind !== "tab" && place.kind !== "meeting"),
    ...tabs.map((tab) =>
      link(tab.name, tab === first ? { kind: "tab" } : { kind: "tab", tab: tab.id }, shown === tab),
    ),
    // The first came with the app, and is set up by its manifest.
    shown !== undefined &&
      shown !== first &&
      button(settingsOf(shown), () => onTabSettings(shown), icon("settings")),
    button(add, onAddTab, icon("add")),
  );
}

function settingsOf({ name }: ChannelTab): Record<string, string> {
  return { class: "add-tab", "aria-label": `Settings of ${name}`, title: `Settings of ${name}` };
}

/** The tab that an address names; the first where it names none that is there. */
export function tabAt(place: Extract<Place, { kind: "tab" }>, tabs: Tabs): ChannelTab {
  return tabs.find(({ id }) => id === place.tab) ?? tabs[0];
}

function titleOf({ channel, app, person }: PageSettings, place: Place, tabs: Tabs): string {
  return `${whereIs(place)} · ${person.name} · Teams on this machine`;

  function whereIs(at: Place): string {
    if (at.kind === "tab") return tabAt(at, tabs).name;
    return isOwn(at) ? app.name : channel.name;
  }
}
