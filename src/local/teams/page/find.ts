import type { ExtensionOutcome } from "../message.ts";
import type { CardJson } from "./card-view.ts";
import { button, element } from "./element.ts";

type Result = Extract<ExtensionOutcome, { kind: "results" }>["items"][number];

export interface FindParts {
  /** What the app calls its search. */
  readonly title: string;
  readonly search: (words: string, skip: number) => Promise<ExtensionOutcome>;
  readonly choose: (card: CardJson, title: string) => void;
}

const pageSize = 25;
const calmMilliseconds = 300;

/** The app's search, opened from the box where somebody writes: what is chosen goes into the message. */
export function findPanel({ title, search, choose }: FindParts): HTMLElement {
  const box = element("input", { type: "search", "aria-label": title, placeholder: title });
  const list = element("ul", { class: "found" });
  const status = element("p", { class: "found-status", role: "status" });
  const more = button(
    { class: "link", hidden: true },
    () => void show(list.children.length),
    "Show more",
  );
  const panel = element(
    "div",
    { class: "find", role: "dialog", "aria-label": title },
    box,
    status,
    list,
    more,
  );
  let newest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function show(skip: number): Promise<void> {
    const asked = (newest += 1);
    status.textContent = "Searching…";
    const outcome = await search(box.value.trim(), skip).catch(failure);
    if (asked !== newest) return;
    if (skip === 0) list.replaceChildren();
    const items = outcome.kind === "results" ? outcome.items : [];
    list.append(...items.map((item) => row(item, choose)));
    more.hidden = items.length < pageSize;
    status.textContent = outcome.kind === "message" ? outcome.text : "";
  }

  box.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => void show(0), calmMilliseconds);
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault();
  });
  queueMicrotask(() => {
    box.focus();
    void show(0);
  });
  return panel;
}

function row({ title, text, card }: Result, choose: FindParts["choose"]): HTMLElement {
  return element(
    "li",
    {},
    button(
      { class: "found-item" },
      () => choose(card, title),
      element("strong", {}, title),
      element("span", {}, text),
    ),
  );
}

function failure(cause: unknown): ExtensionOutcome {
  return { kind: "message", text: cause instanceof Error ? cause.message : String(cause) };
}
