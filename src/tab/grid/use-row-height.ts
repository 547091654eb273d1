import type { Layout } from "#tab/layout/use-layout.ts";
import { type RefObject, useEffect, useState } from "react";
import { rowProbe } from "./grid-elements.ts";

/** Pixels, where the reader asked for no other text than ours: the first rows do not wait to have it measured. */
const usual = { wide: 52, narrow: 68, phone: 68 } satisfies Record<Layout, number>;

/**
 * Pixels of a row. All are alike, so that ten thousand need no measuring: the style makes them as high as so many lines
 * of the reader's own text need (WCAG 2.2, 1.4.4 and 1.4.12), and one that nobody sees tells how high that is.
 */
export function useRowHeight(scroller: RefObject<HTMLElement | null>, layout: Layout): number {
  const [measured, setMeasured] = useState({ layout, height: usual[layout] });
  useEffect(() => {
    const probe = scroller.current?.querySelector(`.${rowProbe}`);
    if (!probe) return undefined;
    const look = new ResizeObserver(([entry]) => {
      const height = entry?.contentRect.height ?? 0;
      if (height > 0)
        setMeasured((before) =>
          before.layout === layout && before.height === height ? before : { layout, height },
        );
    });
    look.observe(probe);
    return () => look.disconnect();
  }, [scroller, layout]);
  return measured.layout === layout ? measured.height : usual[layout];
}
