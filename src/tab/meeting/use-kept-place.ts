import { type FocusEvent, type RefCallback, useCallback, useLayoutEffect, useRef } from "react";

interface KeptPlace {
  readonly ref: RefCallback<HTMLElement>;
  readonly onFocus: (event: FocusEvent<HTMLElement>) => void;
  readonly onBlur: (event: FocusEvent<HTMLElement>) => void;
}

/**
 * Keeps the keyboard in a list whose items come and go: where the item that has it is taken away, by whomever, it goes on
 * from where it stood; where that was the only one, to what `otherwise` names.
 */
export function useKeptPlace(otherwise: string): KeptPlace {
  const list = useRef<HTMLElement>(null);
  const at = useRef<number>(undefined);
  useLayoutEffect(() => {
    const { current: element } = list;
    if (at.current === undefined || !element || document.activeElement !== document.body) return;
    const next = element.children[Math.min(at.current, element.children.length - 1)];
    const to =
      next?.querySelector<HTMLElement>("button") ?? document.querySelector<HTMLElement>(otherwise);
    to?.focus();
  });
  const ref = useCallback((element: HTMLElement | null) => void (list.current = element), []);
  return {
    ref,
    onFocus: ({ target, currentTarget }) => {
      const its = [...currentTarget.children].findIndex((item) => item.contains(target));
      // What an item's menu shows stands elsewhere in the page.
      if (its >= 0) at.current = its;
    },
    onBlur: ({ currentTarget, relatedTarget }) => {
      if (!currentTarget.contains(relatedTarget)) at.current = undefined;
    },
  };
}
