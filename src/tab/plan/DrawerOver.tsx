import { onceTouched } from "#tab/later/once-touched.ts";
import type { ViewProps } from "#tab/live/view-props.ts";
import { atOnce, Later, useLater } from "#tab/later/use-later.ts";
import { type ComponentProps, useEffect, useLayoutEffect, useRef } from "react";
import type { Group } from "#tab/rows/group.ts";
import type { OpenDrawer } from "./OpenDrawer.tsx";

const drawer = new Later(async () => (await import("./OpenDrawer.tsx")).OpenDrawer);

interface DrawerOverProps extends Pick<
  ViewProps,
  "view" | "live" | "place" | "onGo" | "onSaved" | "onView" | "latest"
> {
  /** What is shown behind it: the drawer leads to the action before and after among these. */
  readonly groups: readonly Group[];
}

/** What the address opens, in the drawer over a view. */
export function DrawerOver({ place, onGo, ...props }: DrawerOverProps) {
  // Before it is opened, for the connection may be lost by then; but not with the first screen. Where it cannot be fetched
  // now, it is fetched when it is opened.
  useEffect(() => onceTouched(() => void drawer.load().catch(() => undefined)), []);
  useFocusAgain(place);
  const close = () => onGo(undefined);
  return place !== undefined && <Drawer {...props} {...{ place, onGo }} onClose={close} />;
}

function Drawer(props: ComponentProps<typeof OpenDrawer>) {
  return useLater(drawer, atOnce)?.(props);
}

interface LastOpen {
  readonly place: string;
  /** What had the keyboard when the drawer was opened: a row, a button of another view. */
  readonly opener: Element | null;
}

/** Whatever closes the drawer takes the keyboard's place away: it goes back to where the reader was. */
function useFocusAgain(place: string | undefined): void {
  const last = useRef<LastOpen>(undefined);
  // Before the drawer takes the focus, which it does in an effect of its own.
  useLayoutEffect(() => {
    if (place !== undefined) {
      last.current = { place, opener: last.current?.opener ?? document.activeElement };
    } else if (last.current) {
      focusAgain(last.current);
      last.current = undefined;
    }
  }, [place]);
}

/** The grid's one stop for the tab key, else the tab of the present view. */
const somewhere = '[data-row][tabindex="0"], [role="tab"][aria-selected="true"]';

/**
 * Back to where the reader was, once the drawer has gone: to the row of what it showed last, else to what it was opened
 * from, for that row may be out of the page, or under another name where rows are grouped.
 */
function focusAgain({ place, opener }: LastOpen): void {
  requestAnimationFrame(() => {
    // Somebody who pressed something beside the drawer is there already.
    if (document.activeElement !== document.body) return;
    const before = opener instanceof HTMLElement && opener !== document.body ? opener : undefined;
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(place)}"]`);
    const target = row ?? (before?.isConnected ? before : undefined);
    (target ?? document.querySelector<HTMLElement>(somewhere))?.focus();
  });
}
