/** To the words that the meeting has ended: what ended it, or made its minutes, is gone, and with it what had the keyboard. */
export function focusEnded(): void {
  if (document.activeElement === document.body)
    document.querySelector<HTMLElement>(".meet-ended")?.focus();
}
