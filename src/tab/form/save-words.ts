import type { Form } from "./use-form.ts";

/** On the button that saves: what it does next. */
export function saveWords<W extends object>({ save }: Form<W>, label: string): string {
  if (save.phase === "saving") return "Saving…";
  return save.phase === "doubt" ? "Save anyway" : label;
}
