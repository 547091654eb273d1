import { button, element } from "./element.ts";
import { icon } from "./icon.ts";

/**
 * A box to write in. Enter sends, Shift and Enter make a new line; what was written stays in the box
 * when it could not be sent. With `mention`, a button puts the app's name in.
 */
export function compose(options: {
  readonly label: string;
  readonly mention?: string;
  readonly send: (text: string) => Promise<unknown>;
}): HTMLFormElement {
  const { label, mention, send } = options;
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
  const row = element("div", { class: "compose-box" }, box, insert, submit);
  const form = element("form", { class: "compose" }, row, problem);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void sendBox({ box, problem, submit, send });
  });
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    form.requestSubmit();
  });
  return form;
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
}): Promise<void> {
  const { box, problem, submit, send } = parts;
  const text = box.value.trim();
  if (text === "" || submit.disabled) return;
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
