import type { CardJson } from "./card-view.ts";
import { button, element } from "./element.ts";
import { findPanel, type FindParts } from "./find.ts";
import { icon } from "./icon.ts";

/**
 * A box to write in. Enter sends, Shift and Enter make a new line; what was written stays in the box
 * when it could not be sent. With `mention`, a button puts the app's name in.
 */
export function compose(options: {
  readonly label: string;
  readonly mention?: string;
  /** The app's search, whose results can be put into the message. */
  readonly find?: Omit<FindParts, "choose"> | undefined;
  readonly send: (text: string, card?: CardJson) => Promise<unknown>;
}): HTMLFormElement {
  const { label, mention, find } = options;
  const box = element("textarea", {
    rows: "1",
    "aria-label": label,
    placeholder: label,
    maxlength: "20000",
  });
  const problem = element("p", { class: "card-alert", role: "alert" });
  const submit = element("button", { class: "send", "aria-label": "Send" }, icon("send"));
  const insert =
    mention !== undefined &&
    button({ class: "mention-app" }, () => insertMention(box, mention), `@ ${mention}`);
  const attached = element("div", { class: "attached" });
  let card: CardJson | undefined;
  const attach = (chosen: CardJson | undefined, title = "") => {
    card = chosen;
    const remove = button({ class: "link" }, () => attach(undefined), "Remove");
    attached.replaceChildren(...(chosen ? [element("span", {}, `Card: ${title} `), remove] : []));
    box.focus();
  };
  const send = async (text: string) => {
    await options.send(text, card);
    attach(undefined);
  };
  const search = find && finding(find, attached, attach);
  const row = element("div", { class: "compose-box" }, box, search, insert, submit);
  const form = element("form", { class: "compose" }, attached, row, problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void sendBox({ box, problem, submit, send, mayBeEmpty: () => card !== undefined });
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
}

/** The button that opens the app's search over the box. */
function finding(
  find: Omit<FindParts, "choose">,
  place: HTMLElement,
  attach: (card: CardJson, title: string) => void,
): HTMLButtonElement {
  const open = () => place.replaceChildren(findPanel({ ...find, choose: attach }));
  place.addEventListener("keydown", (event) => {
    if (event.key === "Escape") place.replaceChildren();
  });
  return button({ class: "mention-app", title: find.title }, open, find.title);
}

function insertMention(box: HTMLTextAreaElement, name: string): void {
  if (!box.value.includes(`@${name}`)) box.setRangeText(`@${name} `, 0, 0, "end");
  box.focus();
}

async function sendBox(parts: {
  readonly box: HTMLTextAreaElement;
  readonly problem: HTMLElement;
  readonly submit: HTMLButtonElement;
  readonly send: (text: string) => Promise<unknown>;
  readonly mayBeEmpty: () => boolean;
}): Promise<void> {
  const { box, problem, submit, send, mayBeEmpty } = parts;
  const text = box.value.trim();
  if ((text === "" && !mayBeEmpty()) || submit.disabled) return;
  submit.disabled = true;
  problem.textContent = "";
  try {
    await send(text);
    box.value = "";
  } catch (cause) {
    problem.textContent = `Not sent. ${cause instanceof Error ? cause.message : ""}`;
  } finally {
    submit.disabled = false;
    box.focus();
  }
}
