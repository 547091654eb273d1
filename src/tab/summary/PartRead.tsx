import { type ReactNode, type SyntheticEvent, useState } from "react";

/**
 * What a part of the chart in it says, in a line below: whichever was pointed at or had the focus last. Fluent's own bubble
 * cannot be closed, goes away when the pointer comes to it, and on a phone lies over what it is about (WCAG 2.2, 1.4.13).
 */
export function PartRead({ children }: { readonly children: ReactNode }) {
  const [words, setWords] = useState("Point at a part, or go to it with Tab, to read its number.");
  function read({ target }: SyntheticEvent): void {
    const part = target instanceof Element ? target.closest("[role=option]") : null;
    const label = part?.getAttribute("aria-label");
    if (label) setWords(label);
  }
  return (
    <div className="chart-part" onFocus={read} onPointerOver={read}>
      {children}
      {/* The part itself says it to a screen reader. */}
      <div className="small muted" aria-hidden>
        {words}
      </div>
    </div>
  );
}
