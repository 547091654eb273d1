import { useCallback, useEffect, useRef } from "react";

interface ArrivedProps {
  /** The view that this stands in: `plan`, `summary`. */
  readonly view: string;
  readonly onArrived: (view: string) => void;
}

/** Stands in a view, and is there when the view is. */
export function Arrived({ view, onArrived }: ArrivedProps) {
  useEffect(() => onArrived(view), [view, onArrived]);
  return null;
}

/**
 * What to do where the reader arrives, who began in that view. Where the button that led them on is gone, the keyboard's
 * place would be lost: it is then on the view's tab, or on the heading of a view that has none.
 */
export function useArrival(first: string): ArrivedProps["onArrived"] {
  const last = useRef(first);
  return useCallback((view) => {
    if (last.current === view) return;
    last.current = view;
    // Fluent's tabs know which of them is chosen a moment after they are told.
    requestAnimationFrame(focusView);
  }, []);
}

function focusView(): void {
  if (document.activeElement !== document.body) return;
  const tab = document.querySelector<HTMLElement>('.view-tabs [role="tab"][aria-selected="true"]');
  const heading = document.querySelector<HTMLElement>("main h1");
  heading?.setAttribute("tabindex", "-1");
  (tab ?? heading)?.focus();
}
