import type { Theme } from "./address.ts";

/** What stands in the window's main part. */
export interface Content {
  readonly root: HTMLElement;
  /** Something was posted or changed. */
  messagesChanged?(): void;
  setTheme?(theme: Theme): void;
  /** It is about to be replaced. */
  close?(): void;
}
