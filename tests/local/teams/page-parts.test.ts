import { describe, expect, it } from "vitest";
import { readAddress, writeAddress } from "#local/teams/page/address.ts";
import { cardTextToHtml } from "#local/teams/page/card-text.ts";
import { placeOfLink, placeOfNavigation } from "#local/teams/page/deep-link.ts";
import { messageBook } from "#local/teams/page/message-book.ts";

const targets = { appId: "app-1", botId: "28:bot", channelId: "19:plan@thread.tacv2" };

describe("an address of the page", () => {
  it.each([
    "/",
    "/as/lead-a/",
    "/as/lead-a/posts?theme=dark",
    "/as/lead-a/posts/1700000000001",
    "/as/chair/tab?subPageId=action%2F12&theme=contrast",
    "/as/owner/chat",
    "/as/owner/tab/2?subPageId=plan%2F1%2Faction%2F12",
  ])("%s is read and written alike", (path) => {
    expect(writeAddress(readAddress(new URL(path, "http://127.0.0.1")))).toBe(path);
  });

  it("with an unknown place or theme leads to the list in the default theme", () => {
    expect(readAddress(new URL("http://127.0.0.1/as/lead-a/files?theme=pink"))).toEqual({
      person: "lead-a",
      place: { kind: "list" },
      theme: "default",
    });
  });
});

describe("a Teams link", () => {
  const context = encodeURIComponent(JSON.stringify({ subEntityId: "action/12" }));

  it.each([
    [
      `https://teams.microsoft.com/l/entity/app-1/plan?context=${context}`,
      { kind: "tab", subPageId: "action/12" },
    ],
    ["https://teams.cloud.microsoft/l/entity/app-1/plan", { kind: "tab" }],
    ["https://teams.microsoft.com/l/entity/app-1/plan?context=%7Bbroken", { kind: "tab" }],
    [
      "https://teams.microsoft.com/l/message/19%3Aplan%40thread.tacv2/17?tenantId=t",
      { kind: "thread", root: "17" },
    ],
    [
      "https://teams.microsoft.com/l/message/19:plan@thread.tacv2/18?parentMessageId=17",
      { kind: "thread", root: "17" },
    ],
    ["https://teams.microsoft.com/l/chat/0/0?users=28:bot", { kind: "chat" }],
  ])("%s leads to a place of this page", (link, place) => {
    expect(placeOfLink(link, targets)).toEqual(place);
  });

  it.each([
    "https://teams.microsoft.com/l/entity/app-2/plan",
    "https://teams.microsoft.com/l/message/19:other@thread.tacv2/17",
    "https://teams.microsoft.com.evil.example/l/entity/app-1/plan",
    "https://teams.microsoft.com/l/meetup-join/1",
    "javascript:alert(1)",
    "",
  ])("%s leads elsewhere", (link) => {
    expect(placeOfLink(link, targets)).toBeUndefined();
  });

  it("may be a navigation of the tab to its own app only", () => {
    expect(placeOfNavigation({ appId: "app-1", subPageId: "action/3" }, targets)).toEqual({
      kind: "tab",
      subPageId: "action/3",
    });
    expect(placeOfNavigation({ appId: "app-2" }, targets)).toBeUndefined();
    expect(placeOfNavigation(undefined, targets)).toBeUndefined();
  });
});

describe("the text of a card", () => {
  it.each([
    ["**bold** and _italic_", "<strong>bold</strong> and <em>italic</em>"],
    ["one\ntwo", "one<br>two"],
    ["- one\n- two", "<ul><li>one</li><li>two</li></ul>"],
    ["1. one\n2. two", "<ol><li>one</li><li>two</li></ol>"],
    [
      "[plan](https://a.example/?b=1&c=2)",
      '<a href="https://a.example/?b=1&amp;c=2" target="_blank" rel="noopener noreferrer">plan</a>',
    ],
    ["\\*\\*plain\\*\\* \\[a\\](b)", "**plain** [a](b)"],
    ["file_name_with_lines 2 * 3 * 4", "file_name_with_lines 2 * 3 * 4"],
  ])("%j is the Markdown that Teams shows", (text, html) => {
    expect(cardTextToHtml(text)).toBe(html);
  });

  it.each([
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "[a](javascript:alert(1))",
    '[a](https://a.example/"onmouseover="alert(1))',
    "\uE0000\uE000<b>",
  ])("%j makes no tag and no attribute of its own", (text) => {
    const html = cardTextToHtml(text);
    expect(
      html.replaceAll(/<a href="[^"<>]*" target="_blank" rel="noopener noreferrer">|<\/a>/g, ""),
    ).not.toMatch(/[<>"]/);
  });
});

describe("the messages that a page knows", () => {
  it("stand in threads, in the order they were sent, each in its newest state", () => {
    const book = messageBook();
    expect(book.put(message("3", 5, "1"))).toBe(true);
    expect(book.put(message("10", 3))).toBe(true);
    expect(book.put(message("1", 4))).toBe(true);
    expect(book.put(message("1", 2))).toBe(false);
    expect(book.threads("c")).toMatchObject([
      { first: { text: "1 version 4" }, replies: [{ id: "3" }] },
      { first: { id: "10" }, replies: [] },
    ]);
    expect(book.threads("another")).toEqual([]);
  });
});

function message(id: string, version: number, root?: string) {
  return {
    id,
    version,
    ...(root === undefined ? {} : { root }),
    conversation: "c",
    from: { id: "p", name: "P", isApp: false },
    sent: "2026-01-01T00:00:00Z",
    text: `${id} version ${version}`,
    cards: [],
    deleted: false,
    edited: false,
  };
}
