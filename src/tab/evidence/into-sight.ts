/** As `ref` of what comes where somebody pressed: scrolls it into sight, no further than it must. */
export function intoSight(element: Element | null): void {
  element?.scrollIntoView({ block: "nearest" });
}
