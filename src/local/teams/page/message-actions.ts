import type { ExtensionOutcome } from "../message.ts";
import { CardView } from "./card-view.ts";
import { button, element } from "./element.ts";
import { dialogBox } from "./host/dialogs.ts";

export interface MessageActionParts {
  readonly actions: readonly { readonly id: string; readonly title: string }[];
  readonly call: (command: string, data?: Record<string, unknown>) => Promise<ExtensionOutcome>;
  readonly openLink: (url: string) => void;
}

/** The menu of a message: what the app makes of it, in a dialog that the person changes before it is saved. */
export function messageActions(parts: MessageActionParts): HTMLElement {
  const menu = element("details", { class: "message-menu" });
  const items = parts.actions.map(({ id, title }) =>
    button(
      {},
      () => {
        menu.open = false;
        void openDialog(parts, id, title);
      },
      title,
    ),
  );
  menu.append(
    element("summary", { "aria-label": "More about this message", title: "More" }, "…"),
    element("div", { class: "panel" }, ...items),
  );
  menu.addEventListener("keydown", (event) => {
    if (event.key === "Escape") menu.open = false;
  });
  menu.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node) || !menu.contains(relatedTarget)) menu.open = false;
  });
  return menu;
}

async function openDialog(
  { call, openLink }: MessageActionParts,
  command: string,
  title: string,
): Promise<void> {
  const place = element("div", { class: "app-dialog" }, element("p", {}, "Opening…"));
  const box = dialogBox(title, place);
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  const show = (outcome: ExtensionOutcome): void => {
    if (outcome.kind !== "dialog") {
      const words = outcome.kind === "message" ? outcome.text : "The app answered nothing.";
      place.replaceChildren(element("p", { role: "status" }, words));
      return;
    }
    const view = new CardView(outcome.card, {
      openLink,
      press: async () => ({ kind: "failure", text: "A dialog takes no such button." }),
      submit: async (data) => show(await call(command, data).catch(failure)),
    });
    place.replaceChildren(view.root);
  };
  show(await call(command).catch(failure));
}

function failure(cause: unknown): ExtensionOutcome {
  return { kind: "message", text: cause instanceof Error ? cause.message : String(cause) };
}
