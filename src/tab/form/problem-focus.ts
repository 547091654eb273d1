/**
 * To what has to be looked at again, where it is read with the reason; false where there is nothing of the kind. `say`
 * says what no move of the focus would have read.
 */
export function focusFirstProblem(
  form: HTMLFormElement | null,
  say: (words: string) => void,
): boolean {
  const [found] =
    form?.querySelectorAll<HTMLElement>(
      "[aria-invalid=true]:not([role=radiogroup]), [role=radiogroup][aria-invalid=true] input, .has-problem button",
    ) ?? [];
  if (found && found === document.activeElement) say(reasonFor(found));
  found?.focus();
  return found !== undefined;
}

/** What describes it, as a screen reader would read it. */
function reasonFor(field: HTMLElement): string {
  const ids = field.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
}

/** Why it was not saved comes into view; on a phone it would stand below what is seen. */
export function showReason(form: HTMLFormElement | null): void {
  form?.querySelector(".pane-save, [role=alert]")?.scrollIntoView({ block: "nearest" });
}

/** Back to the button that saves. */
export function focusSave(form: HTMLFormElement | null): void {
  form?.querySelector<HTMLElement>("[type=submit]")?.focus();
}
