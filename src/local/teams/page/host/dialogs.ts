import { z } from "zod";
import type { ChannelTab, PageSettings } from "../../page-settings.ts";
import { button, element } from "../element.ts";
import { icon } from "../icon.ts";
import type { HostFrame } from "./frame.ts";

const dialogInfo = z.object({ url: z.string(), title: z.string().optional() }).loose();

/**
 * Opens a page of the tab in a dialog and answers as teams-js expects: an error in the first place,
 * or undefined and the result in the second.
 */
export function openTabDialog(
  asked: unknown,
  origin: string,
  host: (frame: HTMLIFrameElement, complete: (result: unknown) => void) => HostFrame,
): Promise<readonly unknown[]> {
  const info = dialogInfo.safeParse(asked);
  if (!info.success || URL.parse(info.data.url)?.origin !== origin)
    return Promise.resolve(["This page opens dialogs of the tab's own address only.", undefined]);
  const { url, title = "Dialog" } = info.data;
  return new Promise((resolve) => {
    let answer: readonly unknown[] = ["User cancelled/closed the task module.", undefined];
    const frame = element("iframe", { title, src: url });
    const box = dialogBox(title, frame);
    const hosted = host(frame, (result) => {
      answer = [undefined, result];
      box.close();
    });
    box.addEventListener("close", () => {
      hosted.close();
      box.remove();
      resolve(answer);
    });
    document.body.append(box);
    box.showModal();
  });
}

/** Shows a link to a place in the tab, to copy by hand, as `pages.shareDeepLink` does. */
export function showLink(
  { app, channel }: PageSettings,
  {
    tab,
    subPageId,
    label,
  }: { readonly tab: ChannelTab; readonly subPageId: string; readonly label: string },
): void {
  const context = JSON.stringify({ subEntityId: subPageId, channelId: channel.id });
  const query = new URLSearchParams({ label, context });
  const link = `https://teams.microsoft.com/l/entity/${app.id}/${tab.entityId}?${query.toString()}`;
  const text = element("input", { readonly: true, value: link, "aria-label": "Link" });
  const box = dialogBox(label || "Link", text);
  box.classList.add("small");
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  text.select();
}

/** An empty dialog with its title and a way to close it. */
export function dialogBox(title: string, ...content: HTMLElement[]): HTMLDialogElement {
  const close = button({ "aria-label": "Close", class: "close" }, () => box.close(), icon("close"));
  const box = element(
    "dialog",
    { "aria-label": title },
    element("header", {}, element("h2", {}, title), close),
    ...content,
  );
  return box;
}
