import { type RefObject, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { type Opened, openedBy } from "./recording.ts";

/**
 * The form that is open in the bar. When it is done with, the keyboard goes back to the button that opened it, or where
 * that is gone to what is recorded for.
 */
export function useOpened(): {
  readonly bar: RefObject<HTMLElement | null>;
  readonly opened: Opened | undefined;
  readonly open: (next: Opened) => void;
  readonly close: () => void;
} {
  const bar = useRef<HTMLElement>(null);
  const [opened, open] = useState<Opened>();
  function close(): void {
    if (!opened) return;
    const by = openedBy(opened.form);
    flushSync(() => open(undefined));
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>("[data-opens]") ?? [])];
    const button = buttons.find(({ dataset }) => dataset["opens"] === by);
    (button ?? bar.current?.querySelector<HTMLElement>(".meet-bar-for"))?.focus();
  }
  return { bar, opened, open, close };
}
