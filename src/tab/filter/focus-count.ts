/** To the words that say how many actions are shown, for the button that was pressed goes away with what it cleared. */
export function focusCount(): void {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(".plan-shown")?.focus());
}
