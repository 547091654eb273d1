/** To what the selector names, where what had the keyboard has gone from the page. */
export function focusIfLost(selector: string): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(selector)?.focus();
}
